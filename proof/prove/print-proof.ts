import { scoresOf, type FaultRow, type Outcome, type Proof, type ProvedFinding, type VariantRow } from './proof.ts'

const MARKS: Readonly<Record<Outcome, string>> = {
  killed: '',
  survived: 'SURVIVED',
  'other-rule': 'OTHER RULE',
  'reported-twice': 'REPORTED TWICE',
}

/** The header line of the table of faults. */
export const FAULT_HEAD = line('fault', 'family', 'detected by', 'findings', 'requests', 'ms')

/** Returns one line of the table of faults. */
export function printFault(row: FaultRow): string {
  const mark = MARKS[row.outcome]
  const detected = mark === '' ? row.detectedBy.join(' ') : [mark, ...row.detectedBy].join(' ')
  return line(row.id, row.family, detected, row.findings.length, row.requests, row.milliseconds)
}

/**
 * Prints, for each family, how many faults were detected. Also prints the undetected faults and all other unexpected
 * results.
 */
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
    ...survivors.flatMap(({ id, title, expectedRules, notJudged = '' }) => [
      `  ${id}: ${title}`,
      `    expected ${expectedRules.join(' or ')}`,
      `    missing  ${notJudged}`,
    ]),
    '',
  ]
}

function printOthers(faults: readonly FaultRow[]): string[] {
  return (['reported-twice', 'other-rule'] as const).flatMap((outcome) => {
    const rows = faults.filter((row) => row.outcome === outcome)
    if (rows.length === 0) return []
    const title =
      outcome === 'reported-twice'
        ? 'reported by more than one finding'
        : 'reported by a rule that the fault does not name'
    return [
      `${title}: ${rows.length}`,
      ...rows.flatMap(({ id, findings }) => [`  ${id}`, ...findings.map(printFinding)]),
      '',
    ]
  })
}

function printReasons(faults: readonly FaultRow[]): string[] {
  const rows = faults.filter(
    ({ whySeveralFindings, findings }) => whySeveralFindings !== undefined && findings.length > 1,
  )
  return rows.length === 0
    ? []
    : [
        'faults with more than one finding, and the reason:',
        ...rows.map(({ id, whySeveralFindings = '' }) => `  ${id}: ${whySeveralFindings}`),
        '',
      ]
}

function printAlarms(variants: readonly VariantRow[]): string[] {
  if (variants.length === 0) return []
  const alarms = variants.filter(({ isQuiet }) => !isQuiet)
  const drifting = variants.filter(({ isQuiet, findings }) => isQuiet && findings.length > 0)
  const drift =
    drifting.length === 0
      ? ''
      : `; ${drifting.length} return more than the document describes, which is reported as drift`
  const invisible = variants.filter(({ isVisible }) => !isVisible)
  const idle =
    invisible.length === 0 ? [] : [`variants that change no response: ${invisible.map(({ id }) => id).join(', ')}`, '']
  if (alarms.length === 0) return [...idle, `false alarms: none in ${variants.length} harmless variants${drift}`, '']
  return [
    ...idle,
    `false alarms: ${alarms.length} in ${variants.length} harmless variants${drift}`,
    ...alarms.flatMap(({ id, title, findings, because }) => [
      `  ${id}: ${title}`,
      ...findings.map(printFinding),
      ...because.map((reason) => `    ${reason}`),
    ]),
    '',
  ]
}

function printFinding({ rule, level, case: path, message }: ProvedFinding): string {
  return `    ${rule}${level === 'error' ? '' : ` (${level})`} at ${path}: ${message}`
}

function line(fault: string, family: string, detected: string, ...numbers: (string | number)[]): string {
  const texts = fault.padEnd(46) + family.padEnd(17) + detected.padEnd(35)
  return texts + numbers.map((number) => String(number).padStart(9)).join('')
}
