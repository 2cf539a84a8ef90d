import type { Row } from '../dimension.ts'
import { tupleIds, withTuple, type TupleSpace } from './tuple-space.ts'

/** Says which rows an array may contain. A row has one choice per dimension. */
export interface AllowedRows {
  /**
   * Returns the row to use instead of `row`: a dimension without effect gets its default choice. Returns undefined if
   * `row` is not allowed. If `row` is itself a result of `settle`, returns an equal row.
   */
  readonly settle: (row: Row) => Row | undefined
  /**
   * Rows that are known to be allowed. The array must contain every tuple (pair or triple of choices) of these rows.
   */
  readonly known: readonly Row[]
  /** The maximum number of rows for which `settle` is called. */
  readonly most: number
}

/**
 * The rows that were found to be allowed. `settle` caches its results, and returns only cached results after the
 * maximum number of calls.
 */
export interface FoundRows {
  readonly rows: readonly Row[]
  readonly settle: (row: Row) => Row | undefined
  /** True if `settle` returns only cached results from now on. */
  readonly isSpent: () => boolean
}

/**
 * If no row is known, rows are tried: all rows if there are at most `SMALL` of them, and otherwise up to `DRAWN` random
 * rows.
 */
const DRAWN = 2000
const SMALL = 20_000

/** For each tuple (pair or triple of choices) that no known row contains, this many rows are tried. */
const TRIED = 8

/**
 * Finds rows that are allowed. The result contains the known rows, and rows with tuples that no known row contains. If
 * no row is known, tries random rows, or all rows if there are only a few. Uses at most half of the calls of `settle`
 * that `most` permits.
 */
export function findRows(space: TupleSpace, { settle, known, most }: AllowedRows, random: () => number): FoundRows {
  const results = new Map<string, Row | undefined>()
  const remembered = (row: Row): Row | undefined => {
    const key = row.join()
    if (results.has(key) || results.size >= most) return results.get(key)
    const result = settle(row)
    results.set(key, result)
    return result
  }
  const rows = [...known]
  const reached = new Uint8Array(space.total)
  const add = (row: Row): void => {
    rows.push(row)
    for (const id of tupleIds(space, row)) reached[id] = 1
  }
  for (const row of known) for (const id of tupleIds(space, row)) reached[id] = 1
  const isHalfSpent = (): boolean => results.size * 2 >= most
  if (known.length === 0) {
    for (const row of firstRows(space, most / 2, random)) {
      if (isHalfSpent()) break
      const used = remembered(row)
      if (used !== undefined) add(used)
    }
  }
  for (const id of absentIds(reached, random)) {
    for (let tried = 0; tried < TRIED && reached[id] === 0 && !isHalfSpent(); tried++) {
      const used = remembered(withTuple(space, rows[Math.floor(random() * rows.length)] ?? drawRow(space, random), id))
      if (used !== undefined) add(used)
    }
  }
  return { rows, settle: remembered, isSpent: () => results.size >= most }
}

/** Yields all rows if there are at most `most` of them. Otherwise yields random rows. */
function* firstRows(space: TupleSpace, most: number, random: () => number): Generator<Row> {
  const total = space.sizes.reduce((product, size) => product * size, 1)
  const isSmall = total <= Math.min(SMALL, most)
  for (let index = 0; index < (isSmall ? total : DRAWN); index++) {
    if (!isSmall) yield drawRow(space, random)
    else {
      let rest = index
      yield space.sizes.map((size) => {
        const choice = rest % size
        rest = Math.floor(rest / size)
        return choice
      })
    }
  }
}

function drawRow({ sizes }: TupleSpace, random: () => number): Row {
  return sizes.map((size) => Math.floor(random() * size))
}

/** Returns the ids of the tuples (pairs or triples of choices) that no row contains, in random order. */
function absentIds(reached: Uint8Array, random: () => number): number[] {
  const ids: { readonly id: number; readonly key: number }[] = []
  for (let id = 0; id < reached.length; id++) if (reached[id] === 0) ids.push({ id, key: random() })
  return ids.sort((one, other) => one.key - other.key).map(({ id }) => id)
}
