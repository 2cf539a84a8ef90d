import { clauseId } from '../clauses/list-clauses.ts'

type Half = 'accepts' | 'refuses'

/** Gives the id of the clause at `base` plus a pointer below it. */
export type ClauseIds = (base: string, half?: Half) => (below: string) => string

/** Caches the ids of an operation's clauses: every response asks for the same few hundred. */
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
