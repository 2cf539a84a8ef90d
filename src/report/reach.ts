import type { Next, OfOperation, RunReport } from './report.ts'

/** The reason of a case that another shard carries out, and of its clauses. */
export const ANOTHER_SHARD = 'it is carried out in another shard'

/** What a run's report says of an operation. */
export function ofOperation({ cells, clauses, cases, findings }: RunReport, id: string): OfOperation {
  const isOfIt = ({ operation }: { readonly operation: string }): boolean => operation === id
  return {
    cells: cells.filter(isOfIt),
    clauses: clauses.filter(isOfIt),
    cases: cases.filter(isOfIt),
    findings: findings.filter(isOfIt),
  }
}

/** Why nothing of an operation could be judged, and what to do about it. */
export function becauseUnreached(operation: string, seen: Iterable<number>, next: readonly Next[]): string {
  const statuses = [...new Set(seen)].toSorted((one, other) => one - other)
  const toDo = next.filter(({ on }) => on.some((status) => statuses.includes(status))).map(({ say }) => say)
  return `every response of ${operation} is ${statuses.join(' or ')}, so nothing of it could be checked: ${toDo.join('; ')}`
}
