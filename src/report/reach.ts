import type { Next, OfOperation, RunReport } from './report.ts'

/**
 * The reason that the report of one shard gives for cases that other shards send, and for the clauses of these cases.
 */
export const ANOTHER_SHARD = 'another shard sends it'

/** Returns the parts of a run that belong to one operation. */
export function ofOperation({ cells, clauses, cases, findings }: RunReport, id: string): OfOperation {
  const isOfIt = ({ operation }: { readonly operation: string }): boolean => operation === id
  return {
    cells: cells.filter(isOfIt),
    clauses: clauses.filter(isOfIt),
    cases: cases.filter(isOfIt),
    findings: findings.filter(isOfIt),
  }
}

/**
 * Returns the reason why no clause of an operation could be judged, and advice. Example of a reason: every response is
 * 404.
 */
export function becauseUnreached(operation: string, seen: Iterable<number>, next: readonly Next[]): string {
  const statuses = [...new Set(seen)].toSorted((one, other) => one - other)
  const toDo = next.filter(({ on }) => on.some((status) => statuses.includes(status))).map(({ say }) => say)
  return `every response to a valid request of ${operation} is ${statuses.join(' or ')}, so nothing of this operation could be checked: ${toDo.join('; ')}`
}
