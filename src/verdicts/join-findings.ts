import type { Finding } from './finding.ts'

/** Findings that have the same cause. */
export interface JoinedFinding {
  /**
   * The one finding that is reported: the finding of the highest-ranked rule or, if several findings have this rule,
   * the first in the plan.
   */
  readonly first: Finding
  readonly count: number
  /** Every clause that failed because of the cause, in the order of the findings. */
  readonly clauses: readonly string[]
  /** Each failed clause with the rule that found it, without repetitions, in the order of the findings. */
  readonly failures: readonly Failure[]
}

/** A clause, and a rule that found it to fail. */
export interface Failure {
  readonly clause: string
  readonly rule: string
}

const LEVELS = ['error', 'assumption', 'warning', 'drift']

/**
 * Joins findings that have the same cause. `ranks` lists the ids of the rules, the highest rank first. The results are
 * sorted by level, the worst level first.
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

/** Returns the failures without repetitions. */
export function distinctFailures(failures: readonly Failure[]): Failure[] {
  return [...new Map(failures.map(({ clause, rule }) => [`${rule} ${clause}`, { clause, rule }])).values()]
}
