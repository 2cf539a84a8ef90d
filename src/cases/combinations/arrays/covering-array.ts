import { cover } from '../cover.ts'
import type { Row } from '../dimension.ts'
import { generator } from '../generator.ts'
import { fewerRows } from './fewer-rows.ts'
import { findRows, type AllowedRows } from './find-rows.ts'
import { greedyRows } from './greedy-rows.ts'
import { orthogonalRows } from './orthogonal-rows.ts'
import { tupleIds, tupleSpace, type Strength, type TupleSpace } from './tuple-space.ts'

/**
 * The input for a covering array: its dimensions, its strength (2 for pairs, 3 for triples), and the rows that are
 * allowed.
 */
export interface ArrayRequest {
  /** The number of choices of each dimension. */
  readonly sizes: readonly number[]
  readonly strength: Strength
  readonly seed: number
  /**
   * The maximum number of tuples (pairs or triples of choices) that are looked up in the search for an array with fewer
   * rows. With the default, the search takes less than a second.
   */
  readonly looks?: number
  /** The rows that are allowed. If absent, all rows are allowed. */
  readonly allowed?: AllowedRows
}

const LOOKS = 5_000_000

/**
 * Returns a covering array: a list of rows that together contain each pair (or triple) of choices of different
 * dimensions. Example: each browser together with each language. With `allowed`, all rows of the array are allowed, and
 * the array contains each tuple that occurs in an allowed row that the search found. The same arguments give the same
 * array.
 */
export function coveringArray({ sizes, strength, seed, looks = LOOKS, allowed }: ArrayRequest): readonly Row[] {
  const space = tupleSpace(sizes, strength)
  const random = generator(seed)
  if (allowed === undefined) {
    const needed = new Uint8Array(space.total).fill(1)
    const search = { space, needed, settle: (row: Row) => row, isSpent: () => false, random, looks }
    return fewerRows(startRows(space, random), search)
  }
  const { rows, settle, isSpent } = findRows(space, allowed, random)
  const needed = new Uint8Array(space.total)
  for (const row of rows) for (const id of tupleIds(space, row)) needed[id] = 1
  const start = cover(rows, (row) => tupleIds(space, row), Infinity)
  return fewerRows(start, { space, needed, settle, isSpent, random, looks })
}

function startRows(space: TupleSpace, random: () => number): readonly Row[] {
  const orthogonal = orthogonalRows(space)
  const greedy = greedyRows(space, random)
  return orthogonal !== undefined && orthogonal.length < greedy.length ? orthogonal : greedy
}
