import { EARLIER_STAGE } from '../clauses/earlier-stage.ts'
import type { CaseReport, Cell, ClauseReport, ClauseState, RunReport } from './report.ts'

/**
 * Which state wins when shards saw one clause differently, the winner first. One shard that saw it broken is enough.
 * `holds` beats `blocked`, because a run in one piece says the same: a clause that any case exercised is exercised,
 * whatever kept another case from it. Both beat `not-run`, and all
 * beat `not-applicable`: what no target of the kind can show is out of reach in every shard, so where one shard knows
 * more, the other only lacked the case that shows it. What a shard leaves to another one counts for nothing.
 */
const WINS: readonly ClauseState[] = ['failed', 'passed', 'blocked', 'not-run', 'not-applicable']

/** What a shard says of a case that another one carries out, and what it says of a clause of such a case. */
export const ANOTHER_SHARD = 'it is carried out in another shard'

interface Stated {
  readonly state: ClauseState
  readonly because?: string
}

/** Clauses of all shards, in the order of the document. */
export function joinClauses(runs: readonly RunReport[]): ClauseReport[] {
  return joinBy(
    runs.map(({ clauses }) => clauses),
    ({ id }) => id,
  ).map((same) => {
    const [first] = same
    const withheld = same.flatMap(({ halves }) => halves?.withheld ?? [])
    const given = same.flatMap(({ halves }) => halves?.given ?? [])
    const hasHalves = same.some(({ halves }) => halves !== undefined)
    const by = hasHalves
      ? withheld.length === 0 || given.length === 0
        ? []
        : [...withheld, ...given.slice(0, 1)]
      : same.flatMap((clause) => clause.by)
    const joined = joinStates(hasHalves && by.length > 0 ? [...same, { state: 'passed' }] : same)
    const { because: _because, state: _state, by: _by, halves: _halves, ...rest } = first
    return { ...rest, ...joined, by, ...(hasHalves ? { halves: { withheld, given } } : {}) }
  })
}

/** Cells of all shards, in the order of the document. */
export function joinCells(runs: readonly RunReport[]): Cell[] {
  return joinBy(
    runs.map(({ cells }) => cells),
    ({ operation, status }) => `${operation} ${status}`,
  ).map((same) => {
    const { because: _because, state: _state, ...rest } = same[0]
    return { ...rest, ...joinStates(same) }
  })
}

/** Cases of all shards, in the order of the plan: each as the shard that carried it out tells it. */
export function joinCases(runs: readonly RunReport[]): CaseReport[] {
  return joinBy(
    runs.map(({ cases }) => cases),
    ({ path }) => path,
  ).map((same) => {
    const { state, because } = joinStates(same.map((each) => ({ ...each, state: each.verdict })))
    const teller = same.find((each) => each.verdict === state && each.because === because)
    return teller ?? same[0]
  })
}

function joinStates(same: readonly Stated[]): Stated {
  const knowing = same.filter(({ because }) => because !== ANOTHER_SHARD)
  const others = knowing.filter(({ because }) => because !== EARLIER_STAGE)
  const told = [others, knowing, same].find((each) => each.length > 0) ?? same
  const state = WINS.find((wanted) => told.some((each) => each.state === wanted)) ?? 'not-run'
  const because = told.find((each) => each.state === state && each.because !== undefined)?.because
  return { state, ...(because === undefined ? {} : { because }) }
}

function joinBy<Item>(lists: readonly (readonly Item[])[], keyOf: (item: Item) => string): [Item, ...Item[]][] {
  const groups = new Map<string, [Item, ...Item[]]>()
  for (const item of lists.flat()) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return [...groups.values()]
}
