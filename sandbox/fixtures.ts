import type { Identities } from './identities.ts'
import { type FixtureContext, type Fixture, StateError, type StateRequest } from './state.ts'

/** The fixtures of one API that are there now. */
export interface Fixtures {
  /** Makes one; an older one of the same name goes first. The token is what it can be observed and released by. */
  readonly establish: (asked: StateRequest) => { readonly token: string; readonly fixture: Fixture }
  readonly find: (token: string) => Fixture | undefined
  readonly release: (token: string) => boolean
}

/** @param make settles a fixture in the store of the API. */
export function createFixtures(
  api: string,
  identities: Identities,
  ground: () => FixtureContext,
  make: (asked: StateRequest, ground: FixtureContext) => Fixture,
): Fixtures {
  const fixtures = new Map<string, { readonly caseId: string; readonly fixture: Fixture }>()

  function release(token: string): boolean {
    fixtures.get(token)?.fixture.release()
    return fixtures.delete(token)
  }

  return {
    establish: (asked) => {
      const token = identities.hex(`${api} fixture ${asked.caseId}`)
      if (fixtures.has(token) && fixtures.get(token)?.caseId !== asked.caseId) {
        throw new StateError('Two cases would share one fixture: choose another caseId.')
      }
      release(token)
      const fixture = make(asked, ground())
      fixtures.set(token, { caseId: asked.caseId, fixture })
      return { token, fixture }
    },
    find: (token) => fixtures.get(token)?.fixture,
    release,
  }
}
