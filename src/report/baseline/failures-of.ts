import type { FindingReport } from '../report.ts'

/** A failed clause, and the rule that detected the failure. */
export interface FailedClause {
  readonly clause: string
  readonly rule: string
}

/**
 * Lists each clause that the findings report as failed, with the rule that detected the failure. Each pair is listed
 * once.
 */
export function failuresOf(findings: readonly FindingReport[]): FailedClause[] {
  const all = findings.flatMap(({ failures, clauses, rule }) => failures ?? clauses.map((clause) => ({ clause, rule })))
  return [...new Map(all.map((failure) => [failureKey(failure), failure])).values()]
}

/** Returns a text that identifies a failure: two failures of the same clause and rule have equal texts. */
export function failureKey({ clause, rule }: FailedClause): string {
  return `${rule} ${clause}`
}
