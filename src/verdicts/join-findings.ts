import type { Finding } from './finding.ts'

/** Findings with the same cause. */
export interface JoinedFinding {
  /**
   * The finding that is reported. It is the finding of the rule with the highest rank. If several findings have this
   * rule, it is the first of them in the plan.
   */
  readonly first: Finding
  readonly count: number
  /** All clauses that failed because of this cause, in the order of the findings. */
  readonly clauses: readonly string[]
  /** All failed clauses, each with its rule, in the order of the findings. Contains no duplicates. */
  readonly failures: readonly Failure[]
}

/** A failed clause, and the rule that reported it. */
export interface Failure {
  readonly clause: string
  readonly rule: string
}

const LEVELS = ['error', 'assumption', 'warning', 'drift']

/**
 * Joins findings with the same cause. `ranks` lists the ids of the rules, the highest rank first. The result is sorted
 * by level, the worst level first.
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
      if (first === undefined) return []
      const failures = distinctFailures([first, ...group])
      return [{ first, count: group.length, clauses: [...new Set(failures.map(({ clause }) => clause))], failures }]
    })
    .flat()
    .toSorted((one, other) => LEVELS.indexOf(one.first.level) - LEVELS.indexOf(other.first.level))
}

/** Removes repeated pairs of clause and rule. */
export function distinctFailures(failures: readonly Failure[]): Failure[] {
  return [...new Map(failures.map(({ clause, rule }) => [`${rule} ${clause}`, { clause, rule }])).values()]
}
