import { clauseId } from '../clauses/list-clauses.ts'

type Half = 'accepts' | 'refuses'

/**
 * For a place `base` of an operation, returns a function from a pointer below `base` to the id of the clause at that
 * pointer.
 */
export type ClauseIds = (base: string, half?: Half) => (below: string) => string

/**
 * Returns the function that computes an operation's clause ids. The ids are cached, because every response needs the
 * same few hundred.
 */
export function clauseIds(operation: { readonly id: string }): ClauseIds {
  const known = {
    whole: new Map<string, Below>(),
    accepts: new Map<string, Below>(),
    refuses: new Map<string, Below>(),
  }
  return (base, half) => {
    const ofHalf = known[half ?? 'whole']
    const below = ofHalf.get(base) ?? idsBelow((pointer) => clauseId(operation, base + pointer, half))
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
