import { drawPool, type Size } from './choose-rows.ts'
import type { Combination, Combiner } from './combine.ts'
import { cover } from './cover.ts'
import type { Dimension } from './dimension.ts'

/**
 * Chooses a few combinations for which several refusal rules are true at the same time. They show whether the server
 * checks in the order of the rules. Each combination is worth as many rules as are true and have another status than
 * the first one; with the same status a wrong order could not be seen. The same arguments give the same combinations.
 */
export function chooseConflicts(dimensions: readonly Dimension[], combiner: Combiner, size: Size): Combination[] {
  const pool = drawPool(dimensions, combiner, size, drawConflict)
  return cover(pool, (combination) => conflictsOf(combination, combiner), size.most)
}

function conflictsOf(combination: Combination, combiner: Combiner): string[] {
  const { decision } = combination
  if (decision.kind !== 'refused') return []
  const { id, status, accept } = decision.rule
  return combiner
    .rulesOf(combination)
    .filter((other) => other.status !== status && !accept.includes(other.status))
    .map((other) => `${id} before ${other.id}`)
}

/** Draws one choice of each dimension. Draws many choices that could be the reason for a refusal. */
function drawConflict(dimensions: readonly Dimension[], random: () => number): number[] {
  return dimensions.map(({ kind, choices }) => {
    const usual =
      kind === 'history' ? 1 : kind === 'spelling' || kind === 'order' || kind === 'content-type' ? 0.75 : 0.4
    return random() < usual ? 0 : Math.floor(random() * choices.length)
  })
}
