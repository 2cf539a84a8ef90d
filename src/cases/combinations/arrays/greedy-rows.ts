import { tupleId, tupleIds, withTuple, type TupleSpace } from './tuple-space.ts'

/** This many rows are built and compared. The best of them becomes the next row of the result. */
const COMPARED = 10

/**
 * Builds rows that together contain every tuple (pair or triple of choices). Each row starts with a tuple that is still
 * missing. The other dimensions follow in random order, and each takes the choice that adds the most missing tuples
 * (the method of AETG: Cohen, Dalal, Fredman and Patton 1997). For each row of the result, builds several rows in this
 * way and takes the best of them.
 */
export function greedyRows(space: TupleSpace, random: () => number): number[][] {
  const isMissing = new Uint8Array(space.total).fill(1)
  const missing = Array.from({ length: space.total }, (_, id) => id)
  const rows: number[][] = []
  for (;;) {
    let best: { readonly row: number[]; readonly adds: number } | undefined
    for (let compared = 0; compared < COMPARED; compared++) {
      const id = drawMissing(missing, isMissing, random)
      if (id === undefined) return rows
      const row = growRow(space, id, isMissing, random)
      const adds = tupleIds(space, row).reduce((count, each) => count + (isMissing[each] ?? 0), 0)
      if (best === undefined || adds > best.adds) best = { row, adds }
    }
    if (best === undefined) return rows
    rows.push(best.row)
    for (const id of tupleIds(space, best.row)) isMissing[id] = 0
  }
}

/**
 * Returns a random tuple that is still missing. If a tuple in the list `missing` is already contained in some row,
 * removes it from the list. Returns undefined if no tuple is missing.
 */
function drawMissing(missing: number[], isMissing: Uint8Array, random: () => number): number | undefined {
  while (missing.length > 0) {
    const at = Math.floor(random() * missing.length)
    const id = missing[at]
    if (id !== undefined && isMissing[id] === 1) return id
    missing[at] = missing.at(-1) ?? 0
    missing.pop()
  }
  return undefined
}

function growRow(space: TupleSpace, id: number, isMissing: Uint8Array, random: () => number): number[] {
  const row = withTuple(
    space,
    space.sizes.map(() => -1),
    id,
  )
  for (const column of shuffled(row, random)) {
    const groups = (space.groupsOf[column] ?? []).flatMap((index) => {
      const group = space.groups[index]
      return group?.columns.every((each) => each === column || (row[each] ?? -1) >= 0) === true ? [group] : []
    })
    let [most, ties] = [-1, 0]
    let chosen = 0
    for (let choice = 0; choice < (space.sizes[column] ?? 1); choice++) {
      row[column] = choice
      let adds = 0
      for (const group of groups) adds += isMissing[tupleId(group, row)] ?? 0
      ties = adds === most ? ties + 1 : 1
      // If several choices are equally good, each has the same probability.
      if (adds > most || (adds === most && random() * ties < 1)) [most, chosen] = [adds, choice]
    }
    row[column] = chosen
  }
  return row
}

/** Returns the dimensions for which the row has no choice yet, in random order. */
function shuffled(row: readonly number[], random: () => number): number[] {
  const order = row.flatMap((choice, column) => (choice < 0 ? [column] : []))
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0]
  }
  return order
}
