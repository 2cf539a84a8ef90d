/**
 * Chooses at most `most` candidates that together reach as many goals as possible, such as pairs of choices. In each
 * step, takes the candidate that reaches the most new goals. The goals in `known` count as reached from the start.
 */
export function cover<T>(
  pool: readonly T[],
  goalsOf: (candidate: T) => readonly (string | number)[],
  most: number,
  known: readonly (string | number)[] = [],
): T[] {
  const reached = new Set(known)
  const chosen: T[] = []
  // From round to round, the number of new goals of a candidate never increases. If its last number is not
  // above the best number of this round, the candidate is skipped.
  let ranked = pool.map((candidate) => ({ candidate, goals: goalsOf(candidate), adds: Infinity }))
  while (chosen.length < most) {
    let best: (typeof ranked)[number] | undefined
    for (const each of ranked) {
      if (best !== undefined && each.adds <= best.adds) continue
      each.adds = each.goals.reduce<number>((count, goal) => (reached.has(goal) ? count : count + 1), 0)
      if (best === undefined || each.adds > best.adds) best = each
    }
    if (best === undefined || best.adds === 0) break
    chosen.push(best.candidate)
    for (const goal of best.goals) reached.add(goal)
    ranked = ranked.filter((each) => each !== best && each.adds > 0)
  }
  return chosen
}
