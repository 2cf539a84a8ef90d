import { scoresOf, type FaultRow, type Outcome, type Proof, type ProvedFinding, type VariantRow } from './proof.ts'

const MARKS: Readonly<Record<Outcome, string>> = {
  killed: '',
  survived: 'SURVIVED',
  'other-rule': 'OTHER RULE',
  'told-twice': 'TOLD TWICE',
}

/** The head of the table of faults. */
export const FAULT_HEAD = line('fault', 'family', 'caught by', 'findings', 'requests', 'ms')

/** One line of the table of faults. */
export function printFault(row: FaultRow): string {
  const mark = MARKS[row.outcome]
  const caught = mark === '' ? row.caughtBy.join(' ') : [mark, ...row.caughtBy].join(' ')
  return line(row.id, row.family, caught, row.findings.length, row.requests, row.milliseconds)
}

/** What the rows come to: the score of each family, and whatever is not as it should be. */
export function printProof({ seed, now, faults, variants, milliseconds }: Proof): string {
  return [
    ...(faults.length === 0 ? [] : [printScores(faults), '']),
    ...printSurvivors(faults),
    ...printOthers(faults),
    ...printReasons(faults),
    ...printAlarms(variants),
    `seed ${seed}, clocks at ${now}, ${(milliseconds / 1000).toFixed(1)} s`,
    '',
  ].join('\n')
}

function printScores(faults: readonly FaultRow[]): string {
  const scores = scoresOf(faults)
  const total = (name: 'faults' | 'killed'): number => scores.reduce((sum, score) => sum + score[name], 0)
  const rows = [...scores, { family: 'all', faults: total('faults'), killed: total('killed') }]
  return ['family'.padEnd(18) + 'faults  killed   score']
    .concat(
      rows.map(
        ({ family, faults: all, killed }) =>
          family.padEnd(18) +
          String(all).padStart(6) +
          String(killed).padStart(8) +
          `${((100 * killed) / all).toFixed(0)} %`.padStart(8),
      ),
    )
    .join('\n')
}

function printSurvivors(faults: readonly FaultRow[]): string[] {
  const survivors = faults.filter(({ outcome }) => outcome === 'survived')
  if (survivors.length === 0) return faults.length === 0 ? [] : ['survivors: none', '']
  return [
    `survivors: ${survivors.length}`,
    ...survivors.flatMap(({ id, lie, wanted, unjudged = '' }) => [
      `  ${id}: ${lie}`,
      `    wanted  ${wanted.join(' or ')}`,
      `    missing ${unjudged}`,
    ]),
    '',
  ]
}

function printOthers(faults: readonly FaultRow[]): string[] {
  return (['told-twice', 'other-rule'] as const).flatMap((outcome) => {
    const rows = faults.filter((row) => row.outcome === outcome)
    if (rows.length === 0) return []
    const title =
      outcome === 'told-twice' ? 'told by more than one finding' : 'told by a rule that the fault does not name'
    return [
      `${title}: ${rows.length}`,
      ...rows.flatMap(({ id, findings }) => [`  ${id}`, ...findings.map(printFinding)]),
      '',
    ]
  })
}

function printReasons(faults: readonly FaultRow[]): string[] {
  const rows = faults.filter(({ alsoShows, findings }) => alsoShows !== undefined && findings.length > 1)
  return rows.length === 0
    ? []
    : ['more than one finding, with a reason:', ...rows.map(({ id, alsoShows = '' }) => `  ${id}: ${alsoShows}`), '']
}

function printAlarms(variants: readonly VariantRow[]): string[] {
  if (variants.length === 0) return []
  const loud = variants.filter(({ isQuiet }) => !isQuiet)
  const drifting = variants.filter(({ isQuiet, findings }) => isQuiet && findings.length > 0)
  const drift =
    drifting.length === 0 ? '' : `; ${drifting.length} show more than the document names, which is told as drift`
  const unseen = variants.filter(({ isSeen }) => !isSeen)
  const idle = unseen.length === 0 ? [] : [`variants that no case sees: ${unseen.map(({ id }) => id).join(', ')}`, '']
  if (loud.length === 0)
    return [...idle, `false alarms: none in ${variants.length} ways to keep the documents${drift}`, '']
  return [
    ...idle,
    `false alarms: ${loud.length} in ${variants.length} ways to keep the documents${drift}`,
    ...loud.flatMap(({ id, otherwise, findings, because }) => [
      `  ${id}: ${otherwise}`,
      ...findings.map(printFinding),
      ...because.map((reason) => `    ${reason}`),
    ]),
    '',
  ]
}

function printFinding({ rule, level, case: path, message }: ProvedFinding): string {
  return `    ${rule}${level === 'error' ? '' : ` (${level})`} at ${path}: ${message}`
}

function line(fault: string, family: string, caught: string, ...numbers: (string | number)[]): string {
  const texts = fault.padEnd(46) + family.padEnd(17) + caught.padEnd(35)
  return texts + numbers.map((number) => String(number).padStart(9)).join('')
}
