import type { Combination, Combiner } from './combine.ts'
import type { Dimension, Row } from './dimension.ts'

/** How many rows are drawn, and how many of them may be chosen. */
export interface Size {
  readonly most: number
  /** The number of rows that are drawn at random. The chosen ones are among them. */
  readonly drawn: number
  readonly seed: number
}

/**
 * Chooses few combinations in which many choices meet. Accepted requests together contain every pair of choices that
 * was drawn, and then as many triples as `most` allows. For each refusal rule, the requests that it decides contain
 * every choice, and every other rule that is true as well. The same arguments give the same combinations.
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

/** Chooses combinations until each goal of the pool is reached: next is always the one that reaches most. */
function cover(
  pool: readonly Combination[],
  goalsOf: (combination: Combination) => readonly (string | number)[],
  most: number,
): Combination[] {
  const reached = new Set<string | number>()
  const chosen: Combination[] = []
  // The number of new goals of a combination never grows, so its count in an earlier round is an upper limit.
  let ranked = pool.map((combination) => ({ combination, goals: goalsOf(combination), adds: Infinity }))
  while (chosen.length < most) {
    let best: (typeof ranked)[number] | undefined
    for (const each of ranked) {
      if (best !== undefined && each.adds <= best.adds) continue
      each.adds = each.goals.reduce<number>((count, goal) => (reached.has(goal) ? count : count + 1), 0)
      if (best === undefined || each.adds > best.adds) best = each
    }
    if (best === undefined || best.adds === 0) break
    chosen.push(best.combination)
    for (const goal of best.goals) reached.add(goal)
    ranked = ranked.filter((each) => each !== best && each.adds > 0)
  }
  return chosen
}

/** The number of combinations that are compared for each one that is chosen. */
const COMPARED = 40

/** Chooses `count` more combinations: of some at random, the one with most triples of choices that are still missing. */
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

/** Returns a number for every pair or triple of choices in a row. */
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
 * Returns the goals of a refused request: its rule with each of its choices, and with each other rule that is true. If
 * the request sends a single field, also its sender and its state with this field: a check may depend on the field.
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
  const others = combiner.rulesOf(combination).filter((other) => other !== id)
  return [...choices, ...alone, ...others.map((other) => `${id} before ${other}`)]
}

/** Draws rows at random, most of them with few unusual choices, and returns the different combinations. */
function drawPool(dimensions: readonly Dimension[], combiner: Combiner, { drawn, seed }: Size): Combination[] {
  const random = generator(seed)
  const pool = new Map<string, Combination>()
  for (let count = 0; count < drawn; count++) {
    const combination = combiner.combine(drawRow(dimensions, random))
    if (combination !== undefined) pool.set(combination.row.join(), combination)
  }
  return [...pool.values()]
}

/** Draws one choice of each dimension. Choices that refuse a request by themselves are drawn less often. */
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

/** Creates a generator of numbers from 0 to 1 (mulberry32). The same seed gives the same numbers. */
export function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
