import { nearestWord } from '../../document/nearest-word.ts'
import type { RunReport } from '../report.ts'
import type { KnownFailure } from './baseline.ts'
import { failuresOf, type FailedClause } from './failures-of.ts'

/**
 * For a baseline entry whose failure did not occur, returns a question such as `did you mean getOrder/responses/200?`.
 * The question names a new failure of the entry's clause that another rule detected. If the document no longer contains
 * the entry's clause, the question names a similar clause. Returns `{}` if there is no suggestion.
 */
export function suggestClause(entry: KnownFailure, { clauses, findings }: RunReport): { readonly because?: string } {
  const place = entry.clause.slice(entry.operation.length)
  const isListed = clauses.some(({ id }) => id === entry.clause)
  const isSimilar = ({ clause, rule }: FailedClause): boolean => {
    if (rule !== entry.rule) return clause === entry.clause
    return !isListed && (clause.startsWith(`${entry.operation}/`) || clause.endsWith(place))
  }
  const [failure] = failuresOf(findings.filter(({ baseline }) => baseline?.state === 'new'))
    .filter(isSimilar)
    .toSorted((one, other) => alike(other.clause, entry.clause) - alike(one.clause, entry.clause))
  if (failure !== undefined) {
    return { because: `did you mean the new failure of ${failure.clause}, rule ${failure.rule}?` }
  }
  if (isListed) return {}
  const ids = clauses.map(({ id }) => id)
  const near = nearestWord(entry.clause, ids) ?? renamed(entry.clause, place, ids)
  return near === undefined ? {} : { because: `did you mean ${near}?` }
}

/**
 * Returns the clause id that ends with `place` and is most similar to `clause`. Finds a clause again after the path of
 * its operation was renamed.
 */
function renamed(clause: string, place: string, ids: readonly string[]): string | undefined {
  const [best] = ids
    .filter((id) => id.endsWith(place))
    .toSorted((one, other) => alike(other, clause) - alike(one, clause))
  return best !== undefined && alike(best, clause) - place.length > (clause.length - place.length) / 2
    ? best
    : undefined
}

/** Counts the equal characters at the start of two texts and the equal characters at their end. Returns the sum. */
function alike(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length)
  let start = 0
  while (start < shorter && one[start] === other[start]) start += 1
  let end = 0
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1
  return start + end
}
