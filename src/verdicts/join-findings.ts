import type { Finding } from './finding.ts'

/** The findings that have the same cause. */
export interface JoinedFinding {
  /** The finding that represents the others: the one of the highest-ranked rule; ties go by plan order. */
  readonly first: Finding
  readonly count: number
  /** Every clause that failed for this cause, in the order of the findings. */
  readonly clauses: readonly string[]
}

const LEVELS = ['error', 'assumption', 'warning', 'drift']

/**
 * Joins findings by cause. `ranks` lists rule ids, the highest rank first. The result is sorted by level, the worst
 * level first.
 */
export function joinFindings(findings: readonly Finding[], ranks: readonly string[]): JoinedFinding[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = `${finding.level} ${finding.cause}`
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
