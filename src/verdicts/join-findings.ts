import type { Finding } from './finding.ts'

/** Findings of one root cause, told once. */
export interface JoinedFinding {
  /** The one that is told: of the highest rule, and of these the first. */
  readonly first: Finding
  readonly count: number
  /** Every clause that the cause breaks, in the order in which they were met. */
  readonly clauses: readonly string[]
}

const LEVELS = ['error', 'assumption', 'drift']

/** One finding for one root cause. `ranks` are rule ids, the higher first. Worst level first, else in order of meeting. */
export function joinFindings(findings: readonly Finding[], ranks: readonly string[]): JoinedFinding[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = `${finding.level} ${finding.root}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [finding])
    else group.push(finding)
  }
  const rank = (finding: Finding): number => ranks.indexOf(finding.rule)
  return [...groups.values()]
    .map((group) => {
      const [first] = group.toSorted((one, other) => rank(one) - rank(other))
      return first === undefined
        ? []
        : [{ first, count: group.length, clauses: [...new Set([first, ...group].map((finding) => finding.clause))] }]
    })
    .flat()
    .toSorted((one, other) => LEVELS.indexOf(one.first.level) - LEVELS.indexOf(other.first.level))
}
