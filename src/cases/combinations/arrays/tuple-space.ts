import type { Row } from '../dimension.ts'

/** The number of dimensions in a tuple: 2 for pairs of choices, 3 for triples of choices. */
export type Strength = 2 | 3

/**
 * All tuples of choices. A tuple has one choice for each of `strength` dimensions, and an id from 0 to `total`
 * (exclusive).
 */
export interface TupleSpace {
  /** The number of choices of each dimension. */
  readonly sizes: readonly number[]
  readonly strength: Strength
  readonly total: number
  readonly groups: readonly TupleGroup[]
  /** For each dimension, the indexes of the groups that contain it. */
  readonly groupsOf: readonly (readonly number[])[]
}

/** A group of tuples: all pairs or triples of choices for the same dimensions. */
export interface TupleGroup {
  /** The indexes of the dimensions, ascending. */
  readonly columns: readonly number[]
  /**
   * For each dimension in `columns`, the number by which the id of a tuple grows from one choice of the dimension to
   * the next choice.
   */
  readonly strides: readonly number[]
  /** `base`: the id of the tuple in which each dimension has its first choice. `count`: the number of tuples. */
  readonly base: number
  readonly count: number
}

/** Lists all tuples (pairs or triples of choices). `sizes` has the number of choices of each dimension. */
export function tupleSpace(sizes: readonly number[], strength: Strength): TupleSpace {
  const groups: TupleGroup[] = []
  const groupsOf: number[][] = sizes.map(() => [])
  let total = 0
  const extend = (columns: readonly number[]): void => {
    if (columns.length < strength) {
      for (let next = (columns.at(-1) ?? -1) + 1; next < sizes.length; next++) extend([...columns, next])
      return
    }
    const strides = columns.map((_, at) =>
      columns.slice(at + 1).reduce((count, column) => count * (sizes[column] ?? 1), 1),
    )
    const count = columns.reduce((product, column) => product * (sizes[column] ?? 1), 1)
    for (const column of columns) groupsOf[column]?.push(groups.length)
    groups.push({ columns, strides, base: total, count })
    total += count
  }
  extend([])
  return { sizes, strength, total, groups, groupsOf }
}

/** Returns the id of one tuple of a row: the choices that the row has in the dimensions of a group. */
export function tupleId({ columns, strides, base }: TupleGroup, row: Row): number {
  let id = base
  for (let at = 0; at < columns.length; at++) id += (strides[at] ?? 0) * (row[columns[at] ?? 0] ?? 0)
  return id
}

/** Returns the ids of all tuples (pairs or triples of choices) in a row. Each group of dimensions gives one id. */
export function tupleIds({ groups }: TupleSpace, row: Row): number[] {
  return groups.map((group) => tupleId(group, row))
}

/** Returns a copy of a row that contains the tuple with this id. */
export function withTuple(space: TupleSpace, row: Row, id: number): number[] {
  const { columns, strides, base } = groupOf(space, id)
  const changed = [...row]
  columns.forEach((column, at) => {
    changed[column] = Math.floor((id - base) / (strides[at] ?? 1)) % (space.sizes[column] ?? 1)
  })
  return changed
}

/** Returns the group that contains the tuple with this id. */
export function groupOf({ groups }: TupleSpace, id: number): TupleGroup {
  let [low, high] = [0, groups.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((groups[middle]?.base ?? 0) <= id) low = middle
    else high = middle - 1
  }
  const found = groups[low]
  if (found === undefined) throw new RangeError(`no tuple has the id ${id}`)
  return found
}
