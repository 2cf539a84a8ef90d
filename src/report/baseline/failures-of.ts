import type { FindingReport } from '../report.ts'

/** A failed clause, and the rule that detected the failure. */
export interface FailedClause {
  readonly clause: string
  readonly rule: string
}

/**
 * Lists the clauses that the findings report as failed, each with the rule that detected the failure. Leaves out
 * repeated pairs of clause and rule.
 */
export function failuresOf(findings: readonly FindingReport[]): FailedClause[] {
  const all = findings.flatMap(({ failures, clauses, rule }) => failures ?? clauses.map((clause) => ({ clause, rule })))
  return [...new Map(all.map((failure) => [failureKey(failure), failure])).values()]
}

/** Returns a text that identifies a failure. Two failures have the same text if they have the same clause and rule. */
export function failureKey({ clause, rule }: FailedClause): string {
  return `${rule} ${clause}`
}
