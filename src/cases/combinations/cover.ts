import type { Combination } from './combine.ts'

/**
 * Chooses at most `most` requests that together reach as many goals as possible, such as pairs of choices. Takes the
 * request with the most new goals each time. The goals in `known` count as reached.
 */
export function cover(
  pool: readonly Combination[],
  goalsOf: (combination: Combination) => readonly (string | number)[],
  most: number,
  known: readonly (string | number)[] = [],
): Combination[] {
  const reached = new Set(known)
  const chosen: Combination[] = []
  // The number of new goals of a request only falls. A request whose last count is too small is not counted again.
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
