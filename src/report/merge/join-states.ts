import { EARLIER_STAGE } from '../../clauses/earlier-stage.ts'
import { ANOTHER_SHARD } from '../reach.ts'
import type { CaseReport, Cell, ClauseReport, ClauseState, RunReport } from '../report.ts'

/**
 * If a clause has several states in different shards, the merged state is the first of them in this list. The merged
 * state is then the same as in a run without shards. One failed case makes the clause failed; without a failure, one
 * contradiction of an assumption makes it disproved. `passed` comes before `blocked`, because one case is enough to
 * exercise the clause. `not-applicable` is last: if the target cannot exercise a clause, all shards have this state.
 * The state of a case counts only in the shard that had to send the case.
 */
const WINS: readonly ClauseState[] = ['failed', 'disproved', 'passed', 'blocked', 'not-run', 'not-applicable']

interface Stated {
  readonly state: ClauseState
  readonly because?: string
}

/** Returns the clauses of all shards, in document order, each with its merged state. */
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

/** Returns the cells of the table of statuses, from all shards, in document order, each with its merged state. */
export function joinCells(runs: readonly RunReport[]): Cell[] {
  const cells = runs.flatMap((run) => run.cells)
  return groupBy(cells, ({ operation, status }) => `${operation} ${status}`).map((same) => {
    const { because: _because, ...rest } = same[0]
    return { ...rest, ...joinStates(same) }
  })
}

/** Returns the cases of all shards, in plan order. Each case has the result of the shard that sent it. */
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
