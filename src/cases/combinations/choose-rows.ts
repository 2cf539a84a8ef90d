import type { Combination, Combiner } from './combine.ts'
import { cover } from './cover.ts'
import type { Dimension, Row } from './dimension.ts'

/** The number of random requests, and the maximum number that is chosen from them. */
export interface Size {
  readonly most: number
  /** The number of random requests. At most `most` of them are chosen. */
  readonly drawn: number
  readonly seed: number
}

/**
 * Chooses requests that together contain as many different choices as possible. Accepted requests contain every drawn
 * pair of choices, and many triples. Refused requests contain each choice together with each rule that refuses it, and
 * each change of a value, such as `booked` to `cancelled`. The same arguments give the same requests.
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

/** The number of random requests that are compared for each chosen request. */
const COMPARED = 40

/**
 * Chooses `count` more requests. Compares some random requests each time, and chooses the one with the most new triples
 * of choices.
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

/** Returns a number for each pair or triple of choices in a row. The same choices have the same number in every row. */
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
 * Returns the combinations that a refused request tests: the rule that refuses it with each choice, and with each other
 * true rule. If the request has only one field, also this field with the role and the provider state, because a server
 * may check each field separately.
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
 * old value is a parameter of the provider state. The new value is the field with the same name.
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

/** Draws random requests with `draw`. Removes duplicates. */
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
 * Draws one choice per dimension at random. The default choice is the most frequent, above all for the state, the role
 * and the defect.
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

/** Creates a seeded generator of pseudo-random numbers in [0, 1): the algorithm mulberry32. */
export function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
