import { EARLIER_STAGE } from '../../clauses/earlier-stage.ts'
import { ANOTHER_SHARD } from '../reach.ts'
import type { CaseReport, Cell, ClauseReport, ClauseState, RunReport } from '../report.ts'

/**
 * The states by priority. If a clause has different states in several shards, the merged state is the one that comes
 * first in this list. One failed case is enough for `failed`, and one exercised case is enough for `passed`.
 * `not-applicable` is the last: if the target cannot exercise a clause, all shards agree on this state.
 */
const WINS: readonly ClauseState[] = ['failed', 'disproved', 'passed', 'blocked', 'not-run', 'not-applicable']

interface Stated {
  readonly state: ClauseState
  readonly because?: string
}

/** Merges the clauses of all shards, in document order. */
export function joinClauses(runs: readonly RunReport[]): ClauseReport[] {
  const clauses = runs.flatMap((run) => run.clauses)
  return groupBy(clauses, ({ id }) => id).map((same) => {
    const { because: _because, halves: _halves, ...rest } = same[0]
    if (same.every(({ halves }) => halves === undefined)) {
      return { ...rest, ...joinStates(same), by: same.flatMap((clause) => clause.by) }
    }
    const withheld = same.flatMap(({ halves }) => halves?.withheld ?? [])
    const given = same.flatMap(({ halves }) => halves?.given ?? [])
    const isShown = withheld.length > 0 && given.length > 0
    return {
      ...rest,
      ...joinStates(isShown ? [...same, { state: 'passed' }] : same),
      by: isShown ? [...withheld, ...given.slice(0, 1)] : [],
      halves: { withheld, given },
    }
  })
}

/** Merges the status tables of all shards, in document order. A cell of this table is one documented status. */
export function joinCells(runs: readonly RunReport[]): Cell[] {
  const cells = runs.flatMap((run) => run.cells)
  return groupBy(cells, ({ operation, status }) => `${operation} ${status}`).map((same) => {
    const { because: _because, ...rest } = same[0]
    return { ...rest, ...joinStates(same) }
  })
}

/** Merges the cases of all shards, in plan order. The result of a case is taken from the shard that sent the case. */
export function joinCases(runs: readonly RunReport[]): CaseReport[] {
  const cases = runs.flatMap((run) => run.cases)
  return groupBy(cases, ({ path }) => path).map((same) => {
    const { state, because } = joinStates(same.map((each) => ({ ...each, state: each.verdict })))
    return same.find((each) => each.verdict === state && each.because === because) ?? same[0]
  })
}

function joinStates(same: readonly Stated[]): Stated {
  const own = same.filter(({ because }) => because !== ANOTHER_SHARD)
  const reached = own.filter(({ because }) => because !== EARLIER_STAGE)
  const known = [reached, own, same].find((each) => each.length > 0) ?? same
  const state = WINS.find((wanted) => known.some((each) => each.state === wanted)) ?? 'not-run'
  const because = known.find((each) => each.state === state && each.because !== undefined)?.because
  return { state, ...(because === undefined ? {} : { because }) }
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): [Item, ...Item[]][] {
  const groups = new Map<string, [Item, ...Item[]]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return [...groups.values()]
}
