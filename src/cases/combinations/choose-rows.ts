import { coveringArray } from './arrays/covering-array.ts'
import { tupleIds, tupleSpace } from './arrays/tuple-space.ts'
import type { Combination, Combiner } from './combine.ts'
import { cover } from './cover.ts'
import type { Dimension, Row } from './dimension.ts'
import { generator } from './generator.ts'

/** The number of random requests that are made, and the number of them that are chosen. */
export interface Size {
  readonly most: number
  /** The number of random requests from which at most `most` requests are chosen. */
  readonly drawn: number
  readonly seed: number
}

/**
 * Chooses requests that together test as many combinations of choices as possible. Accepted requests contain every pair
 * of choices that was found, and many triples. Refused requests contain each choice together with each rule that
 * refuses a request with this choice. Refused requests also contain each change of a value, such as `booked` to
 * `cancelled`. If there are more than `size.most` such requests, those that test the most combinations are chosen. The
 * same arguments give the same requests.
 */
export function chooseRows(dimensions: readonly Dimension[], combiner: Combiner, size: Size): Combination[] {
  const pool = drawPool(dimensions, combiner, size)
  const accepted = pool.filter(({ decision }) => decision.kind === 'accepted')
  const refused = pool.filter(({ decision }) => decision.kind === 'refused')
  const forRules = cover(refused, (each) => refusalGoals(each, dimensions, combiner), Math.ceil(size.most * REFUSED))
  const inPairs = pairsOf(accepted, dimensions, combiner, { ...size, most: size.most - forRules.length })
  const left = size.most - forRules.length - inPairs.length
  const inTriples = triplesOf(accepted, inPairs, dimensions, { ...size, most: left })
  return [...inPairs, ...inTriples, ...forRules]
}

/**
 * The maximum share of refused requests. An accepted request contains many pairs of choices, and without this limit an
 * API with many refusal rules would have nearly no accepted requests.
 */
const REFUSED = 2 / 3

/**
 * Limits of the search for a smaller set of requests that together contain all pairs of choices. `most`: the maximum
 * number of different requests that the search tries. `looks`: the maximum number of pairs that the search looks up.
 */
const EFFORT = { most: 1200, looks: 1_000_000 }

/**
 * Returns accepted requests that together contain every pair of choices in the accepted requests of the pool. If `most`
 * is too small for all pairs, returns the requests of the pool that contain the most pairs.
 */
function pairsOf(
  pool: readonly Combination[],
  dimensions: readonly Dimension[],
  combiner: Combiner,
  { most, seed }: Size,
): Combination[] {
  const space = tupleSpace(sizesOf(dimensions), 2)
  const goalsOf = ({ row }: Combination): number[] => tupleIds(space, row)
  const chosen = cover(pool, goalsOf, most)
  const reached = new Set(chosen.flatMap(goalsOf))
  const isPart = chosen.length === most && pool.some((each) => goalsOf(each).some((goal) => !reached.has(goal)))
  if (isPart) return chosen
  const byRow = new Map(pool.map((each) => [each.row.join(), each]))
  const settle = (row: Row): Row | undefined => {
    const combination = combiner.combine(row)
    if (combination?.decision.kind !== 'accepted') return undefined
    byRow.set(combination.row.join(), combination)
    return combination.row
  }
  const rows = coveringArray({
    sizes: space.sizes,
    strength: 2,
    seed,
    looks: EFFORT.looks,
    allowed: { settle, known: pool.map(({ row }) => row), most: EFFORT.most },
  })
  const array = rows.flatMap((row) => byRow.get(row.join()) ?? [])
  // Sorts the requests. Each adds at least as many new pairs as the request after it.
  return cover(array, goalsOf, most)
}

/** For each chosen request, this many random requests are compared. */
const COMPARED = 40

/**
 * Chooses at most `most` more requests. For each of them, compares some random requests and takes the one that adds the
 * largest number of new triples. A triple is three choices that occur together in one request.
 */
function triplesOf(
  pool: readonly Combination[],
  known: readonly Combination[],
  dimensions: readonly Dimension[],
  { most, seed }: Size,
): Combination[] {
  const space = tupleSpace(sizesOf(dimensions), 3)
  const random = generator(seed)
  const isMissing = new Uint8Array(space.total).fill(1)
  const idsOf = new Map<Combination, readonly number[]>()
  const triplesIn = (each: Combination): readonly number[] => {
    const ids = idsOf.get(each) ?? tupleIds(space, each.row)
    idsOf.set(each, ids)
    return ids
  }
  const chosen = new Set<Combination>()
  const choose = (each: Combination): void => {
    chosen.add(each)
    for (const id of triplesIn(each)) isMissing[id] = 0
  }
  known.forEach(choose)
  const added: Combination[] = []
  while (added.length < most) {
    let best: { readonly each: Combination; readonly adds: number } | undefined
    for (let tried = 0; tried < COMPARED; tried++) {
      const each = pool[Math.floor(random() * pool.length)]
      if (each === undefined || chosen.has(each)) continue
      let adds = 0
      for (const id of triplesIn(each)) adds += isMissing[id] ?? 0
      if (best === undefined || adds > best.adds) best = { each, adds }
    }
    if (best === undefined || best.adds === 0) break
    added.push(best.each)
    choose(best.each)
  }
  return added
}

function sizesOf(dimensions: readonly Dimension[]): number[] {
  return dimensions.map(({ choices }) => choices.length)
}

/**
 * Returns the combinations that a refused request tests: the rule that refuses the request together with each choice,
 * and this rule together with each other rule that would refuse the request. A server may check each field separately.
 * For this reason, a request with only one field also tests the combination of this field with the role and the
 * provider state.
 */
function refusalGoals(combination: Combination, dimensions: readonly Dimension[], combiner: Combiner): string[] {
  const { decision, row } = combination
  if (decision.kind !== 'refused') return []
  const { id } = decision.rule
  const isAboutDefects = combination.facts.invalid.body || combination.facts.invalid.path
  const choices = row.flatMap((choice, index) => {
    const { kind, name } = dimensions[index] ?? { kind: 'order', name: '' }
    return isAboutDefects && kind !== 'defect' && kind !== 'role' && kind !== 'state' ? [] : [`${id} ${name} ${choice}`]
  })
  const fields = dimensions.flatMap(({ kind, name }, index) => (kind === 'field' && row[index] !== 0 ? [name] : []))
  const alone =
    fields.length !== 1 || combination.defect !== undefined
      ? []
      : dimensions.flatMap(({ kind, name }, index) =>
          kind === 'role' || kind === 'state' || kind === 'parameter'
            ? [`${id} ${name} ${row[index] ?? 0} with ${fields.join()} alone`]
            : [],
        )
  const others = combiner.rulesOf(combination).filter((other) => other.id !== id)
  return [
    ...choices,
    ...alone,
    ...stepsOf(combination, dimensions),
    ...others.map((other) => `${id} before ${other.id}`),
  ]
}

/**
 * Returns the changes of values that a request makes, such as a change of `status` from `booked` to `cancelled`. The
 * old value is set by a parameter of the provider state. The new value is in the body field with the same name.
 */
function stepsOf({ row, defect }: Combination, dimensions: readonly Dimension[]): string[] {
  if (defect !== undefined) return []
  return dimensions.flatMap(({ kind, of }, index) => {
    if (kind !== 'field' || row[index] === 0) return []
    return dimensions.flatMap((from, at) =>
      from.kind === 'parameter' && from.of?.name === of?.name
        ? [`${of?.name ?? ''} from ${row[at] ?? 0} to ${row[index] ?? 0}`]
        : [],
    )
  })
}

/** Makes random requests and removes duplicates. `draw` returns the random choices of one request. */
export function drawPool(
  dimensions: readonly Dimension[],
  combiner: Combiner,
  { drawn, seed }: Pick<Size, 'drawn' | 'seed'>,
  draw = drawRow,
): Combination[] {
  const random = generator(seed)
  const pool = new Map<string, Combination>()
  for (let count = 0; count < drawn; count++) {
    const combination = combiner.combine(draw(dimensions, random))
    if (combination !== undefined) pool.set(combination.row.join(), combination)
  }
  return [...pool.values()]
}

/**
 * Returns a random choice for each dimension. The default choice is the most frequent, especially for the provider
 * state, the role and the defect.
 */
export function drawRow(dimensions: readonly Dimension[], random: () => number): number[] {
  const isPlain = random() < 0.6
  const isSparse = random() < 0.3
  return dimensions.map(({ kind, choices }) => {
    const usual =
      kind === 'state' || kind === 'role' || kind === 'defect'
        ? isPlain
          ? 1
          : 0.6
        : kind === 'history'
          ? 0.7
          : isSparse
            ? 0.75
            : 0.25
    return random() < usual ? 0 : Math.floor(random() * choices.length)
  })
}
