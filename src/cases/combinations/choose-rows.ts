import type { Combination, Combiner } from './combine.ts'
import { cover } from './cover.ts'
import type { Dimension, Row } from './dimension.ts'

/** The number of rows that are drawn at random, and the maximum number that is chosen from them. */
export interface Size {
  readonly most: number
  /** The number of rows that are drawn at random. At most `most` of them are chosen. */
  readonly drawn: number
  readonly seed: number
}

/**
 * Chooses a few combinations that together contain many choices. The accepted requests contain every drawn pair of
 * choices, and as many triples of choices as `most` allows. The requests that one refusal rule refuses contain every
 * drawn choice, every other rule that can be true at the same time, and every step from a value of the provider state
 * to a value of the field with the same name. The same arguments give the same combinations.
 */
export function chooseRows(dimensions: readonly Dimension[], combiner: Combiner, size: Size): Combination[] {
  const pool = drawPool(dimensions, combiner, size)
  const accepted = pool.filter(({ decision }) => decision.kind === 'accepted')
  const refused = pool.filter(({ decision }) => decision.kind === 'refused')
  const forRules = cover(refused, (each) => refusalGoals(each, dimensions, combiner), size.most)
  const inPairs = cover(accepted, ({ row }) => meetings(row, 2), size.most - forRules.length)
  const inTriples = coverSome(accepted, inPairs, size.most - forRules.length - inPairs.length, size.seed)
  return [...inPairs, ...inTriples, ...forRules]
}

/** The number of random combinations that are compared before one of them is chosen. */
const COMPARED = 40

/**
 * Chooses `count` more combinations. For each, compares some random combinations and takes the one with the most
 * triples of choices that no chosen combination contains.
 */
function coverSome(
  pool: readonly Combination[],
  known: readonly Combination[],
  count: number,
  seed: number,
): Combination[] {
  const random = generator(seed)
  const reached = new Set(known.flatMap(({ row }) => meetings(row, 3)))
  const chosen = new Set<Combination>(known)
  const added: Combination[] = []
  while (added.length < count) {
    let best: { readonly each: Combination; readonly adds: number } | undefined
    for (let tried = 0; tried < COMPARED; tried++) {
      const each = pool[Math.floor(random() * pool.length)]
      if (each === undefined || chosen.has(each)) continue
      const adds = meetings(each.row, 3).filter((goal) => !reached.has(goal)).length
      if (best === undefined || adds > best.adds) best = { each, adds }
    }
    if (best === undefined || best.adds === 0) break
    added.push(best.each)
    chosen.add(best.each)
    for (const goal of meetings(best.each.row, 3)) reached.add(goal)
  }
  return added
}

/** Returns an id for every pair (or triple) of choices in a row. The same choices have the same id in every row. */
function meetings(row: Row, size: 2 | 3): number[] {
  const ids = row.map((choice, dimension) => dimension * 64 + Math.min(choice, 63))
  const found: number[] = []
  for (let one = 0; one < ids.length; one++) {
    for (let other = one + 1; other < ids.length; other++) {
      const pair = (ids[one] ?? 0) * 2048 + (ids[other] ?? 0)
      if (size === 2) found.push(pair)
      else for (let third = other + 1; third < ids.length; third++) found.push(pair * 2048 + (ids[third] ?? 0))
    }
  }
  return found
}

/**
 * Returns the goals that a refused request reaches. A goal is the rule together with one choice of the request, or the
 * rule together with another true rule. If the request sends a single field, the field with its role and the field with
 * its state are goals too, because a check may depend on the field.
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
 * Returns each step from the value of a state parameter to the value of the field with the same name, such as a step
 * from one status to another, or to the same one.
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

/** Draws rows at random by `draw`, and returns their combinations without duplicates. */
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
 * Draws at random one choice of each dimension. The default choice is drawn most often, in particular where another
 * choice could be the reason for a refusal.
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

/**
 * Creates a generator of pseudo-random numbers from 0 (inclusive) to 1 (exclusive), by the algorithm mulberry32. The
 * same seed gives the same numbers.
 */
export function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
