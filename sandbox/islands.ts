import type { Identities } from './identities.ts'
import { type Ground, type Island, StateError, type StateRequest } from './state.ts'

/** The islands of one API that are there now. */
export interface Islands {
  /** Makes one; an older one of the same name goes first. The token is what it can be observed and released by. */
  readonly establish: (asked: StateRequest) => { readonly token: string; readonly island: Island }
  readonly find: (token: string) => Island | undefined
  readonly release: (token: string) => boolean
}

/** @param make settles an island in the store of the API. */
export function createIslands(
  api: string,
  identities: Identities,
  ground: () => Ground,
  make: (asked: StateRequest, ground: Ground) => Island,
): Islands {
  const islands = new Map<string, { readonly caseId: string; readonly island: Island }>()

  function release(token: string): boolean {
    islands.get(token)?.island.release()
    return islands.delete(token)
  }

  return {
    establish: (asked) => {
      const token = identities.hex(`${api} island ${asked.caseId}`)
      if (islands.has(token) && islands.get(token)?.caseId !== asked.caseId) {
        throw new StateError('Two cases would share one island: choose another caseId.')
      }
      release(token)
      const island = make(asked, ground())
      islands.set(token, { caseId: asked.caseId, island })
      return { token, island }
    },
    find: (token) => islands.get(token)?.island,
    release,
  }
}
