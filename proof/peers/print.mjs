const SEMANTIC = ['update', 'time', 'conflict']
const APIS = ['lobbie', 'aniva']

/** The result of a comparison as BENCHMARKS.md. */
export function printBenchmarks(result) {
  const { date, commit, here, absent, machine, proof, each, faults, SLOW } = result
  const names = here.map(({ name }) => name)
  const total = proof.faults.length
  const killed = proof.faults.filter(({ outcome }) => outcome === 'killed').length
  return [
    '# Benchmarks',
    '',
    `Measured on ${date} at commit ${commit.slice(0, 7)} (${machine}) by \`npm run bench:peers\`; \`npm run prove\` for our own whole table. Everything ran on 127.0.0.1.`,
    '',
    '## The gate against the seeded faults',
    '',
    `\`npm run prove\`: **${killed} of ${total} faults** killed, ${proof.faults.filter(({ findings }) => findings.length === 1).length} of them by exactly one finding; ${proof.variants.filter(({ isQuiet }) => !isQuiet).length} false alarms in ${proof.variants.length} harmless variants. The authors of the gate wrote all but ${result.blind.length} of the faults, so this shows that detection did not get worse, and not that it is complete.`,
    '',
    '## The same faulty servers under each tool',
    '',
    table(
      ['tool', 'version', 'set-up'],
      here.map(({ name, version, tuned }) => [name, version, tuned]),
    ),
    ...absent.map(({ name, because }) => `\n${name} is absent: ${because}. It is not counted as zero.`),
    '',
    `Kills by family, of ${faults.length} faults: ${each} of each family of each API where there are as many, drawn by a hash of their ids. A fault counts as killed when a tool reports something that it does not report for the correct server. Intermittent faults are left out.`,
    '',
    killTable(result, names),
    '',
    `Killed by drift alone, which is not an error of our gate: ${driftAlone(result)}.`,
    '',
    'Without our own semantic families (update, time, conflict), these alone, and all, each with its 95 % interval (Wilson):',
    '',
    table(
      ['', ...names],
      [
        ['without', ...names.map((name) => share(result, name, (family) => !SEMANTIC.includes(family)))],
        ['only these', ...names.map((name) => share(result, name, (family) => SEMANTIC.includes(family)))],
        ['all', ...names.map((name) => share(result, name, () => true))],
      ],
    ),
    '',
    '## Faults by other authors',
    '',
    `${result.blind.length} faults by two authors, one after the other, who knew the vendors' pages, the documents and the sandbox, but not what the gate looks for. Our first run killed 8 of the first author's 40 and, after general fixes, 11 of the second's 20. Detection was then fixed for both sets (\`decisions/0004\` and \`0005\`), so our column below is no longer independent; those of the other tools are. Left out of both sets after we had missed it: a key that is accepted in any case, which no document forbids.`,
    '',
    blindTable(result, result.blind, names),
    '',
    `${result.heldOut.length} more by a third author who had not seen the gate, and for which detection was not fixed (\`npm run prove -- --held-out\`). They are new to every tool:`,
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
    `Loopback: median of three runs, one process from start to exit. Slow: behind a proxy with ${SLOW.latency} ms latency that lets ${SLOW.perSecond} requests a second through, with each tool's own rate option where it has one. Requests are what reached the API; tokens are counted; provider states and test data are not. In brackets: multiples of our time.`,
    '',
    timeTable(result, names),
    '',
    ...aims(result),
    '',
    '## Time of the gate',
    '',
    'As `npm run bench` prints it. Aims: the sandbox at least 0.25 (lobbie) and 0.5 (aniva) of a bare route; the engine at least 0.6 of bare undici; judging at most 50 µs; ten times the operations in at most twelve times the time, a thousand under 10 s and 1 GB; a start of at most 700 ms; an update of watch under 2 s.',
    '',
    '```',
    result.speed,
    '```',
    '',
    '## Verdicts over five seeds',
    '',
    ...variance(result),
    '',
    '## Caveats',
    '',
    '- The same people wrote the sandbox, our gate and the faults, but for those written blind; the families update, time and conflict are ours, which is why the totals stand without them too.',
    '- The documents carry annotations (scenarios, invariants, what follows what) that only our gate reads. Of the scenarios respect got every one as a step and Specmatic nearly every one as an example (the table above says which not), Dredd the first of each status, and Schemathesis, which makes its own requests, none but the states. None of them has a place to say the rest.',
    '- Schemathesis ran with its default number of examples and one seed; more of both find more. Its hooks swap in values that exist, which also keeps it from trying odd ones there; its path parameters are given, so it varies them only where they are wrong.',
    '- Specmatic and Dredd read OpenAPI 3.0: the down-conversion keeps every promise that 3.0 can say. Dredd does not know formats, bounds or closed objects.',
    '- The Arazzo description for respect says by hand, for two sequences, what `x-update` says once. Who writes more steps kills more faults. It compares times as texts, because respect has no other way: an objection to `lobbie-milliseconds-always` or `aniva-times-with-fractions`, where there is one, is of our writing.',
    '- Times of JVM and Python tools hold their start. One machine, one run; kill tables and slow times were taken on several lanes at once, loopback times were not.',
    ...(result.times > 1
      ? [`- The comparison was interrupted and gone on with: it was taken in ${result.times} pieces.`]
      : []),
    '',
  ].join('\n')
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

/** Wilson's 95 % interval of a share. */
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
      ? 'No fault of these was killed by another tool and not by our plan.'
      : `Killed by others and not by our plan:\n\n${lost.map(({ id, title }) => `- \`${id}\` (${killers(id).join(', ')}): ${title}`).join('\n')}`,
    '',
    `Killed by our gate alone, ${alone.length}: ${named(alone)}.`,
    ...(unkilled.length === 0 ? [] : ['', `Killed by no tool, ${unkilled.length}: ${named(unkilled)}.`]),
    '',
    'Found first by a peer during this comparison, and then fixed: an empty `note` that is refused and a `note` with an emoji that crashes the server, both by Schemathesis (the gate now sends such texts for every free text field, `src/cases/edge-case-strings.ts`); and `aniva-foreign-appointment-hidden`, 404 where the vendor’s page of this operation says 403, by Specmatic and Redocly respect, which our scenarios had accepted because another page of the vendor says 404.',
  ]
}

/** True if our gate reported only drift, which fails nothing by default and is no false alarm. */
const isDriftAlone = (findings) =>
  findings.length > 0 && findings.every((each) => each.startsWith('undocumented_field'))

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
    const asDrift = of(name).filter(({ findings, isDrift }) => isDrift && isDriftAlone(findings))
    const objected = of(name).filter((each) => !asDrift.includes(each))
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

/** The aims, each with `kept` or `missed`. */
function aims({ correct, slow, kills, blind, heldOut, faults }) {
  const said = (isKept) => (isKept ? 'kept' : '**missed**')
  const has = (name) => slow[`${name} lobbie`] !== undefined && slow[`${name} aniva`] !== undefined
  if (!has('contract-gate')) return ['Our gate was not run, so no aim is evaluated.']
  const isQuick = APIS.every((api) => correct[`contract-gate ${api}`].milliseconds < 3000)
  const loopback = `Aims: less than 3 s for each API on loopback: ${said(isQuick)}.`
  if (!has('Schemathesis')) return [loopback]
  const all = [...faults, ...blind, ...heldOut]
  const killed = (name, list) => list.filter(({ id }) => isKilled(kills, name, id)).length
  const against = (name, what) => APIS.map((api) => slow[`Schemathesis ${api}`][what] / slow[`${name} ${api}`][what])
  const inWords = (ratios) => ratios.map((ratio) => ratio.toFixed(1)).join(' and ')
  const fifth = ['contract-gate', 'contract-gate --lean'].filter(has).map((name) => {
    const times = against(name, 'milliseconds')
    const isBetter = [all, heldOut].every((list) => killed(name, list) > killed('Schemathesis', list))
    const kept = said(isBetter && times.every((ratio) => ratio >= 5))
    const kills = `${killed(name, all)} of all ${all.length} faults of this page against ${killed('Schemathesis', all)}, ${killed(name, heldOut)} of the ${heldOut.length} held out against ${killed('Schemathesis', heldOut)}`
    return `- ${name}: ${kept}. Schemathesis takes ${inWords(times)} times as long and sends ${inWords(against(name, 'requests'))} times as many requests; ${kills}.`
  })
  return [
    loopback,
    '',
    'A fifth of the time of Schemathesis behind the slow proxy (lobbie and aniva), where requests are what takes time, and more kills:',
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
    return `- ${name}: ${ids.length} faults, five times each${hasSeeds.get(name) ? ' with five seeds' : ', it takes no seed'}: the verdict changed for ${wavering.length}${wavering.length === 0 ? '' : ` (${wavering.map((id) => `\`${id}\``).join(', ')})`}, the findings for ${differing.length}.`
  })
}
