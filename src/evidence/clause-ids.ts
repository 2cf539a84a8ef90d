import { clauseId } from '../clauses/list-clauses.ts'

type Half = 'accepts' | 'refuses'

/**
 * A function that makes clause ids for one operation. `base` is a JSON Pointer in the operation. The returned function
 * converts a JSON Pointer below `base` to a clause id. `half` is only for clauses of the kinds `accepts` and `refuses`.
 */
export type ClauseIds = (base: string, half?: Half) => (below: string) => string

/** Returns a function that makes the clause ids of an operation. It caches them. */
export function clauseIds(operation: { readonly id: string }): ClauseIds {
  const halves = {
    whole: new Map<string, Below>(),
    accepts: new Map<string, Below>(),
    refuses: new Map<string, Below>(),
  }
  return (base, half) => {
    const ofHalf = halves[half ?? 'whole']
    const known = ofHalf.get(base)
    if (known !== undefined) return known
    const below = idsBelow((pointer) => clauseId(operation, base + pointer, half))
    ofHalf.set(base, below)
    return below
  }
}

type Below = ReturnType<ClauseIds>

function idsBelow(make: Below): Below {
  const ids = new Map<string, string>()
  return (pointer) => {
    const known = ids.get(pointer)
    if (known !== undefined) return known
    const id = make(pointer)
    ids.set(pointer, id)
    return id
  }
}
