import type { FindingReport } from '../report.ts'

/** A clause, and a rule that found it to fail. */
export interface FailedClause {
  readonly clause: string
  readonly rule: string
}

/** Returns each clause that failed in the findings, with the rule that found it, without repetitions. */
export function failuresOf(findings: readonly FindingReport[]): FailedClause[] {
  const all = findings.flatMap(({ failures, clauses, rule }) => failures ?? clauses.map((clause) => ({ clause, rule })))
  return [...new Map(all.map((failure) => [failureKey(failure), failure])).values()]
}

/** Returns a text that is equal for equal failures. */
export function failureKey({ clause, rule }: FailedClause): string {
  return `${rule} ${clause}`
}
