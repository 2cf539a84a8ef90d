const SEMANTIC = ['update', 'time', 'conflict']
const APIS = ['lobbie', 'aniva']

/** Prints the result of a comparison as BENCHMARKS.md. */
export function printBenchmarks(result) {
  const { date, commit, here, absent, machine, proof, each, faults, SLOW } = result
  const names = here.map(({ name }) => name)
  const total = proof.faults.length
  const killed = proof.faults.filter(({ outcome }) => outcome === 'killed').length
  return [
    '# Benchmarks',
    '',
    `The gate and other tools checked the same servers: servers with one seeded fault each, and correct servers. A tool kills a fault if it reports something that it does not report for the correct server. Measured on ${date} at commit ${commit.slice(0, 7)} (${machine}) by \`npm run bench:peers\`. All servers ran on 127.0.0.1.`,
    '',
    summary(result, names),
    ...absent.map(({ name, because }) => `\n${name} is absent: ${because}. It is not counted as zero.`),
    '',
    '- **Sampled faults** come from the table of faults with which the gate is developed.',
    '- **Faults by other authors** were written by people who did not know what the gate checks. The gate was then improved for them.',
    '- **Held-out faults** were written by a third author, and the gate was not improved for them. Only this column is a fair comparison for every tool.',
    '- **Harmless variants** are correct servers that do something unusual. A tool should not report them.',
    '- Time and requests are those of the correct Lobbie server on the loopback interface.',
    '',
    '## The gate against the seeded faults',
    '',
    `\`npm run prove\` killed **${killed} of ${total} faults**, ${proof.faults.filter(({ findings }) => findings.length === 1).length} of them by exactly one finding, and raised ${proof.variants.filter(({ isQuiet }) => !isQuiet).length} false alarms in ${proof.variants.length} harmless variants. The authors of the gate wrote all but ${result.blind.length} of the faults. Therefore the figure shows that detection did not get worse, but not that it is complete.`,
    '',
    '## The same faulty servers under each tool',
    '',
    `Killed faults by family. The sample has ${faults.length} faults: up to ${each} of each family of each API, chosen by a hash of their ids. Intermittent faults are left out.`,
    '',
    killTable(result, names),
    '',
    `Reported by the gate only as drift, which is not an error of our gate: ${driftAlone(result)}.`,
    '',
    'The families update, time and conflict are about behaviour that a schema cannot express, and the gate was made for them. The share of killed faults is therefore given without them, for them alone, and for all, each with its 95 % interval (Wilson):',
    '',
    table(
      ['', ...names],
      [
        ['without these families', ...names.map((name) => share(result, name, (family) => !SEMANTIC.includes(family)))],
        ['only these families', ...names.map((name) => share(result, name, (family) => SEMANTIC.includes(family)))],
        ['all families', ...names.map((name) => share(result, name, () => true))],
      ],
    ),
    '',
    '## Faults by other authors',
    '',
    `Two authors, one after the other, wrote ${result.blind.length} faults. They knew the vendors' pages, the documents and the sandbox, but not what the gate checks. The first run of the gate killed 8 of the first author's 40 faults and, after general fixes, 11 of the second author's 20. Detection was then fixed for both sets (\`decisions/0004\` and \`0005\`). The figures of the gate are therefore no longer independent; those of the other tools are. Both authors wrote one fault that was then left out, because no document forbids it: a key that is accepted in any letter case. The gate had missed it.`,
    '',
    blindTable(result, result.blind, names),
    '',
    `A third author, who had not seen the gate, wrote ${result.heldOut.length} more. Detection was not fixed for them (\`npm run prove -- --held-out\`), so they are new to every tool:`,
    '',
    blindTable(result, result.heldOut, names),
    '',
    '## Differences between the tools',
    '',
    ...missed(result),
    '',
    '## False alarms',
    '',
    alarmTable(result, names),
    '',
    '## Time and requests on the correct servers',
    '',
    `Loopback: the median of three runs, each a process from start to exit. Slow: behind a proxy with ${SLOW.latency} ms latency that lets ${SLOW.perSecond} requests per second through, and each tool used its own option to limit the rate, if it has one. Each cell gives the time, the number of requests that reached the API (requests for tokens count, those for provider states and test data do not), and in brackets the time as a multiple of the gate's.`,
    '',
    timeTable(result, names),
    '',
    ...aims(result),
    '',
    '## Time of the gate',
    '',
    'The output of `npm run bench`. Targets: the sandbox reaches at least 0.25 (Lobbie) and 0.5 (Aniva) of the requests per second of a bare route; the engine at least 0.6 of undici alone; judging takes at most 50 µs; ten times the operations take at most twelve times the time, and a thousand take less than 10 s and 1 GB; the start takes at most 700 ms; a check of `watch` less than 2 s.',
    '',
    '```',
    result.speed,
    '```',
    '',
    '## Verdicts over five seeds',
    '',
    ...variance(result),
    '',
    '## Set-up of each tool',
    '',
    'Each tool had the best set-up that its documentation describes:',
    '',
    ...here.map(({ name, version, tuned }) => `- **${name}** ${version}: ${tuned}.`),
    '',
    '## Caveats',
    '',
    '- The authors of the gate also wrote the sandbox and the faults, except those by other authors. They also chose the families update, time and conflict, so the totals are given without these as well.',
    '- The documents contain annotations (scenarios, invariants, `x-update`) that only the gate reads. Respect got every scenario as a step, Specmatic nearly every one as an example (the list above names the exceptions), and Dredd the first scenario of each status. Schemathesis makes its own requests, so it got only the provider states. None of these tools can be given the other annotations.',
    '- Schemathesis ran with its default number of examples and one seed; it finds more with more of both. Its hooks replace random ids by existing ones, so it tries fewer unusual ids. Its path parameters are given, so it varies them only in negative tests.',
    '- Specmatic and Dredd read OpenAPI 3.0. The conversion keeps every promise that OpenAPI 3.0 can express. Dredd does not check formats, bounds or closed objects.',
    '- The Arazzo description for respect was written by hand. It states for two sequences what `x-update` states once for all; a longer description would kill more faults. It compares times as texts, because respect cannot compare instants. If it reports `lobbie-milliseconds-always` or `aniva-times-with-fractions`, our description is the reason, not the tool.',
    '- Times of JVM and Python tools include their start. Everything was measured once on one machine. Kills and slow times were measured in parallel, loopback times were not.',
    ...(result.times > 1
      ? [`- The comparison was interrupted and resumed: it was measured in ${result.times} parts.`]
      : []),
    '',
  ].join('\n')
}

/** Prints a table with the detected faults, the false alarms and the costs of each tool. */
function summary({ faults, blind, heldOut, kills, alarms, correct }, names) {
  const killed = (name, list) => list.filter(({ id }) => isKilled(kills, name, id)).length
  const reported = (name) => alarms.filter((each) => each.peer === name && isFalseAlarm(each)).length
  const tried = new Set(alarms.map(({ id }) => id)).size
  return table(
    [
      'tool',
      `killed of ${faults.length} sampled faults`,
      `of ${blind.length} faults by other authors`,
      `of ${heldOut.length} held-out faults`,
      `reported of ${tried} harmless variants`,
      'time',
      'requests',
    ],
    names.map((name) => {
      const { milliseconds, requests } = correct[`${name} lobbie`]
      const cells = [faults, blind, heldOut].map((list) => killed(name, list))
      return [name, ...cells, reported(name), `${(milliseconds / 1000).toFixed(1)} s`, requests]
    }),
  )
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function share({ kills, faults }, name, isMeant) {
  const ids = new Set(faults.filter(({ family }) => isMeant(family)).map(({ id }) => id))
  const own = kills.filter(({ peer, id }) => peer === name && ids.has(id))
  const dead = own.filter(({ findings }) => findings.length > 0).length
  const [low, high] = interval(dead, own.length)
  if (own.length === 0) return 'none of them was run'
  return `${dead} of ${own.length} (${percent(dead / own.length)}; ${low} to ${high})`
}

const percent = (part) => `${Math.round(100 * part)} %`

/** Returns the Wilson interval (95 %) of a share, such as the share of detected faults. */
function interval(part, of) {
  const z = 1.96
  const share = part / of
  const middle = share + z ** 2 / (2 * of)
  const spread = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))
  return [middle - spread, middle + spread].map((bound) => percent(Math.min(1, Math.max(0, bound / (1 + z ** 2 / of)))))
}

function killTable(result, names) {
  const families = [...new Set(result.faults.map(({ family }) => family))]
  return table(
    ['family', 'faults', ...names],
    families.map((family) => [
      family,
      result.faults.filter((fault) => fault.family === family).length,
      ...names.map(
        (name) =>
          result.faults.filter(({ id, family: own }) => own === family && isKilled(result.kills, name, id)).length,
      ),
    ]),
  )
}

function blindTable({ kills }, blind, names) {
  const families = [...new Set(blind.map(({ family }) => family))]
  const dead = (name, isMeant) => blind.filter((fault) => isMeant(fault) && isKilled(kills, name, fault.id)).length
  return table(
    ['family', 'faults', ...names],
    [
      ...families.map((family) => {
        const isMeant = (fault) => fault.family === family
        return [family, blind.filter(isMeant).length, ...names.map((name) => dead(name, isMeant))]
      }),
      ['all', blind.length, ...names.map((name) => dead(name, () => true))],
    ],
  )
}

function missed({ kills, faults, blind, heldOut }) {
  const all = [...faults, ...blind, ...heldOut]
  const killers = (id) => kills.filter((kill) => kill.id === id && kill.findings.length > 0).map(({ peer }) => peer)
  const isOurs = (name) => name.startsWith('contract-gate')
  const lost = all.filter(({ id }) => killers(id).length > 0 && !killers(id).includes('contract-gate'))
  const alone = all.filter(({ id }) => killers(id).length > 0 && killers(id).every(isOurs))
  const unkilled = all.filter(({ id }) => killers(id).length === 0)
  const named = (list) => list.map(({ id }) => `\`${id}\``).join(', ')
  return [
    lost.length === 0
      ? 'Every fault on this page that another tool killed, the gate killed too.'
      : `Killed by another tool but not by the gate:\n\n${lost.map(({ id, title }) => `- \`${id}\` (${killers(id).join(', ')}): ${title}`).join('\n')}`,
    '',
    `Killed only by the gate (${alone.length}): ${named(alone)}.`,
    ...(unkilled.length === 0 ? [] : ['', `Killed by no tool (${unkilled.length}): ${named(unkilled)}.`]),
    '',
    'Other tools found three faults first while this comparison was made, and detection was then fixed. Schemathesis found an empty `note` that is refused, and a `note` with an emoji that crashes the server; the gate now sends such texts for every free text field (`src/cases/values/edge-case-strings.ts`). Specmatic and Redocly respect found `aniva-foreign-appointment-hidden`: the server returns 404 where the vendor’s page of this operation says 403. Our scenarios had accepted that, because another page of the vendor says 404.',
  ]
}

/** True if the gate reported only drift. Drift is not an error by default, so it is not a false alarm. */
const isDriftAlone = (findings) =>
  findings.length > 0 && findings.every((each) => each.startsWith('undocumented_field'))

/** True if the findings about a harmless variant are a false alarm. Drift is allowed for a variant that is drift. */
function isFalseAlarm({ findings, isDrift }) {
  return findings.length > 0 && !(isDrift && isDriftAlone(findings))
}

function driftAlone({ kills }) {
  const ids = kills
    .filter(({ peer, findings }) => peer === 'contract-gate' && isDriftAlone(findings))
    .map(({ id }) => `\`${id}\``)
  return ids.length === 0 ? 'none' : ids.join(', ')
}

function alarmTable({ alarms, correct }, names) {
  const of = (name) => alarms.filter(({ peer, findings }) => peer === name && findings.length > 0)
  const usual = (name) =>
    Object.entries(correct)
      .filter(([key]) => APIS.some((api) => key === `${name} ${api}`))
      .reduce((sum, [, { findings }]) => sum + findings.length, 0)
  const listed = (list) => (list.length === 0 ? 'none' : list.map(({ id }) => `\`${id}\``).join(', '))
  const rows = names.map((name) => {
    const asDrift = of(name).filter((each) => !isFalseAlarm(each))
    const objected = of(name).filter(isFalseAlarm)
    const tried = alarms.filter(({ peer }) => peer === name).length
    return [name, usual(name), `${objected.length} of ${tried}`, listed(objected), listed(asDrift)]
  })
  const head = ['tool', 'findings on the correct servers', 'harmless variants reported', 'which', 'reported as drift']
  return table(head, rows)
}

function timeTable({ correct, slow }, names) {
  const cell = (from, name, api) => {
    const found = from[`${name} ${api}`]
    if (found === undefined) return 'absent'
    const ours = from[`contract-gate ${api}`]?.milliseconds
    const isOther = ours !== undefined && name !== 'contract-gate'
    const times = isOther ? ` (${(found.milliseconds / ours).toFixed(1)} ×)` : ''
    return `${(found.milliseconds / 1000).toFixed(1)} s${times}, ${found.requests}`
  }
  return table(
    ['tool', 'lobbie, loopback', 'aniva, loopback', 'lobbie, slow', 'aniva, slow'],
    names.map((name) => [
      name,
      ...[correct, slow].flatMap((from) => ['lobbie', 'aniva'].map((api) => cell(from, name, api))),
    ]),
  )
}

/** The targets, each with `kept` or `missed`. */
function aims({ correct, slow, kills, blind, heldOut, faults }) {
  const said = (isKept) => (isKept ? 'kept' : '**missed**')
  const has = (name) => slow[`${name} lobbie`] !== undefined && slow[`${name} aniva`] !== undefined
  if (!has('contract-gate')) return ['Our gate was not run, so no target is evaluated.']
  const isQuick = APIS.every((api) => correct[`contract-gate ${api}`].milliseconds < 3000)
  const loopback = `Target: less than 3 s for each API on loopback: ${said(isQuick)}.`
  if (!has('Schemathesis')) return [loopback]
  const all = [...faults, ...blind, ...heldOut]
  const killed = (name, list) => list.filter(({ id }) => isKilled(kills, name, id)).length
  const against = (name, what) => APIS.map((api) => slow[`Schemathesis ${api}`][what] / slow[`${name} ${api}`][what])
  const inWords = (ratios) => ratios.map((ratio) => ratio.toFixed(1)).join(' and ')
  const fifth = ['contract-gate', 'contract-gate --plan lean'].filter(has).map((name) => {
    const times = against(name, 'milliseconds')
    const isBetter = [all, heldOut].every((list) => killed(name, list) > killed('Schemathesis', list))
    const kept = said(isBetter && times.every((ratio) => ratio >= 5))
    const kills = `${killed(name, all)} of all ${all.length} faults on this page against ${killed('Schemathesis', all)}, ${killed(name, heldOut)} of the ${heldOut.length} held out against ${killed('Schemathesis', heldOut)}`
    return `- ${name}: ${kept}. Schemathesis takes ${inWords(times)} times as long and sends ${inWords(against(name, 'requests'))} times as many requests. The gate kills ${kills}.`
  })
  return [
    loopback,
    '',
    'Target: at most a fifth of the time of Schemathesis behind the slow proxy (where the number of requests determines the time), and more killed faults. Ratios are for lobbie and aniva:',
    '',
    ...fifth,
  ]
}

function isKilled(kills, name, id) {
  return kills.some((kill) => kill.peer === name && kill.id === id && kill.findings.length > 0)
}

function variance({ variance: runs, here }) {
  const hasSeeds = new Map(here.map((each) => [each.name, each.hasSeeds]))
  const names = [...new Set(runs.map(({ peer }) => peer))]
  return names.map((name) => {
    const own = runs.filter(({ peer }) => peer === name)
    const ids = [...new Set(own.map(({ id }) => id))]
    const verdicts = (id) => new Set(own.filter((run) => run.id === id).map(({ findings }) => findings.length > 0))
    const rules = (id) => new Set(own.filter((run) => run.id === id).map(({ findings }) => findings.toSorted().join()))
    const wavering = ids.filter((id) => verdicts(id).size > 1)
    const differing = ids.filter((id) => rules(id).size > 1)
    return `- ${name}: ${ids.length} faults, five runs each${hasSeeds.get(name) ? ' with five seeds' : ' (the tool takes no seed)'}: the verdict changed for ${wavering.length}${wavering.length === 0 ? '' : ` (${wavering.map((id) => `\`${id}\``).join(', ')})`}, the findings for ${differing.length}.`
  })
}
