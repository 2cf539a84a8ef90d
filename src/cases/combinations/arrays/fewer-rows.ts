import type { Row } from '../dimension.ts'
import { groupOf, tupleIds, withTuple, type TupleSpace } from './tuple-space.ts'

/** The input of the search for a smaller array. An array is a list of rows, and a row has one choice per dimension. */
export interface Reduction {
  readonly space: TupleSpace
  /** For each tuple (pair or triple of choices), 1 if the array must contain it. */
  readonly needed: Uint8Array
  /** Returns the row to use instead of `row`. Returns undefined if `row` is not allowed. See `AllowedRows`. */
  readonly settle: (row: Row) => Row | undefined
  /** True if the maximum number of rows was already passed to `settle`. */
  readonly isSpent: () => boolean
  readonly random: () => number
  /** The maximum number of tuples that the search looks up. */
  readonly looks: number
}

/**
 * Returns an array with fewer rows that still contains every needed tuple (pair or triple of choices). Removes one row
 * after another. After each removal, some tuples are missing, and other rows are changed until they contain these
 * tuples. This is a tabu search (Nurmela 2004): it changes the row that loses the fewest tuples, and keeps the changed
 * choices for some steps. The same arguments give the same array.
 */
export function fewerRows(start: readonly Row[], reduction: Reduction): readonly Row[] {
  const { space, needed } = reduction
  const sizes = space.groups.map(({ base, count }) =>
    needed.subarray(base, base + count).reduce((sum, each) => sum + each, 0),
  )
  const least = Math.max(1, ...sizes)
  const search = createSearch(start, reduction)
  let complete = start
  while (complete.length > least) {
    search.removeRow()
    if (!search.repair()) break
    complete = search.copyRows()
  }
  return complete
}

/** For each row that the search examines, this number is added to the count of looked-up tuples. */
const STEP = 10

/** After the search has changed a choice, it keeps this choice for 4 to 7 steps. */
const TENURE = { least: 4, range: 4 }

/** For one missing tuple, at most this many rows are tried. Then the search continues with another missing tuple. */
const TRIED = 4

/**
 * If a changed row is not allowed, one more choice of the row is changed at random. At most this many such changes are
 * tried.
 */
const NUDGES = 8

interface Search {
  /** Removes the row with the fewest tuples that no other row contains. */
  readonly removeRow: () => void
  /** Changes rows until no needed tuple is missing. Returns false if the search reaches its limit first. */
  readonly repair: () => boolean
  readonly copyRows: () => Row[]
}

function createSearch(start: readonly Row[], { space, needed, settle, isSpent, random, looks }: Reduction): Search {
  const rows = [...start]
  const keptUntil = start.map((row) => row.map(() => 0))
  const counts = new Uint32Array(space.total)
  const missing = createIdSet(space.total)
  const groupsOf = space.groupsOf.map((indexes) => indexes.flatMap((index) => space.groups[index] ?? []))
  const shifts = new Int32Array(space.sizes.length)
  let left = looks
  let step = 0
  for (const row of rows) for (const id of tupleIds(space, row)) counts[id] = (counts[id] ?? 0) + 1

  const drop = (row: Row): void => {
    for (const id of tupleIds(space, row)) {
      const count = (counts[id] ?? 0) - 1
      counts[id] = count
      if (count === 0 && needed[id] === 1) missing.add(id)
    }
  }
  const insert = (row: Row): void => {
    for (const id of tupleIds(space, row)) {
      const count = (counts[id] ?? 0) + 1
      counts[id] = count
      if (count === 1 && needed[id] === 1) missing.delete(id)
    }
  }

  /**
   * Returns the cost of giving the row `choices` in `columns`: the number of needed tuples that the array would lose,
   * minus the number of missing tuples that it would gain.
   */
  function costOf(row: Row, columns: readonly number[], choices: readonly number[]): number {
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at] ?? 0
      shifts[column] = (choices[at] ?? 0) - (row[column] ?? 0)
    }
    let cost = 0
    left -= STEP
    for (const column of columns) {
      if (shifts[column] === 0) continue
      const groups = groupsOf[column] ?? []
      left -= groups.length
      for (const { base, columns: others, strides } of groups) {
        let lost = base
        let shift = 0
        let isCounted = false
        for (let at = 0; at < others.length; at++) {
          const other = others[at] ?? 0
          const stride = strides[at] ?? 0
          lost += stride * (row[other] ?? 0)
          // If both columns of a pair change, the pair is counted only for the first of the two columns.
          if (other < column && shifts[other] !== 0) isCounted = true
          shift += stride * (shifts[other] ?? 0)
        }
        if (isCounted) continue
        if (counts[lost] === 1 && needed[lost] === 1) cost++
        if (counts[lost + shift] === 0 && needed[lost + shift] === 1) cost--
      }
    }
    for (const column of columns) shifts[column] = 0
    return cost
  }

  /**
   * Takes a row that is not allowed after a missing tuple was put into it, and changes one more choice to make the row
   * allowed. Keeps the choices of this tuple: `columns` are its columns. Tries some random changes, and returns the
   * allowed row that adds the most missing tuples. Returns undefined if no tried change makes the row allowed.
   */
  function nudge(row: readonly number[], columns: readonly number[]): Row | undefined {
    let best: { readonly settled: Row; readonly adds: number } | undefined
    for (let tried = 0; tried < NUDGES; tried++) {
      const column = Math.floor(random() * row.length)
      const size = space.sizes[column] ?? 1
      const choice = Math.floor(random() * size)
      if (columns.includes(column) || choice === row[column]) continue
      const settled = settle(row.with(column, choice))
      if (settled === undefined) continue
      left -= space.groups.length
      const adds = tupleIds(space, settled).filter((id) => counts[id] === 0 && needed[id] === 1).length
      if (best === undefined || adds > best.adds) best = { settled, adds }
    }
    return best?.settled
  }

  /** Puts a missing tuple into a row. Chooses the row with the lowest cost (see `costOf`). */
  function place(id: number, fewest: number): void {
    const { columns } = groupOf(space, id)
    const tuple = withTuple(space, [], id)
    const choices = columns.map((column) => tuple[column] ?? 0)
    const isKept = (row: Row, until: readonly number[]): boolean =>
      columns.some((column, at) => row[column] !== choices[at] && (until[column] ?? 0) > step)
    const costs = rows.map((row, at) => {
      const cost = costOf(row, columns, choices)
      return missing.size + cost >= fewest && isKept(row, keptUntil[at] ?? []) ? Infinity : cost
    })
    for (let tried = 0; tried < TRIED; tried++) {
      const at = drawLeast(costs, random)
      const row = at === undefined ? undefined : rows[at]
      if (at === undefined || row === undefined) return
      costs[at] = Infinity
      const wanted = withTuple(space, row, id)
      const has = (settled: Row | undefined): settled is Row =>
        settled !== undefined && columns.every((column, index) => settled[column] === choices[index])
      const settled = settle(wanted)
      const changed = has(settled) ? settled : nudge(wanted, columns)
      if (!has(changed)) continue
      drop(row)
      insert(changed)
      rows[at] = changed
      const until = keptUntil[at] ?? []
      for (const column of columns) {
        if (row[column] !== changed[column]) until[column] = step + TENURE.least + Math.floor(random() * TENURE.range)
      }
      return
    }
  }

  return {
    removeRow() {
      const alone = rows.map((row) => tupleIds(space, row).filter((id) => counts[id] === 1 && needed[id] === 1).length)
      const at = alone.indexOf(Math.min(...alone))
      const [row] = rows.splice(at, 1)
      keptUntil.splice(at, 1)
      if (row !== undefined) drop(row)
    },
    repair() {
      let fewest = missing.size
      while (missing.size > 0) {
        if (left <= 0 || isSpent()) return false
        step++
        place(missing.at(Math.floor(random() * missing.size)), fewest)
        fewest = Math.min(fewest, missing.size)
      }
      return true
    },
    copyRows: () => [...rows],
  }
}

/** Returns the index of the smallest finite number. If several numbers are the smallest, chooses one at random. */
function drawLeast(numbers: readonly number[], random: () => number): number | undefined {
  let [least, ties] = [Infinity, 0]
  let chosen: number | undefined
  for (let index = 0; index < numbers.length; index++) {
    const each = numbers[index] ?? Infinity
    if (each > least || each === Infinity) continue
    ties = each === least ? ties + 1 : 1
    if (each < least || random() * ties < 1) [least, chosen] = [each, index]
  }
  return chosen
}

interface IdSet {
  readonly size: number
  readonly add: (id: number) => void
  readonly delete: (id: number) => void
  /** Returns one of the ids. `index` must be below `size`. */
  readonly at: (index: number) => number
}

/** Creates an empty set for ids below `total`. All its operations take constant time, even `at` with a random index. */
function createIdSet(total: number): IdSet {
  const ids: number[] = []
  const indexOf = new Int32Array(total)
  return {
    get size() {
      return ids.length
    },
    add(id) {
      indexOf[id] = ids.length
      ids.push(id)
    },
    delete(id) {
      const last = ids.pop() ?? id
      if (last === id) return
      const index = indexOf[id] ?? 0
      ids[index] = last
      indexOf[last] = index
    },
    at: (index) => ids[index] ?? 0,
  }
}
