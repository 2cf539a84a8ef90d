import type { Identities } from './identities.ts'
import { type FixtureObservation, StateError, type StateFacts, type StateRequest } from './state.ts'
import type { Instant } from './time/instant.ts'
import type { Zones } from './time/zones.ts'

/** The data of one case, shared with no other fixture. */
export interface Fixture {
  readonly facts: StateFacts
  readonly observe: () => FixtureObservation
  readonly release: () => void
}

/** The inputs of a fixture. */
export interface FixtureContext {
  readonly identities: Identities
  readonly zones: Zones
  /** The current day of the sandbox: a fixture must not depend on the hour at which it is made. */
  readonly today: Instant
}

/** The current fixtures of one API. */
export interface Fixtures {
  /** Makes a fixture and removes an older one of the same name. The token finds and releases it. */
  readonly establish: (request: StateRequest) => { readonly token: string; readonly fixture: Fixture }
  readonly find: (token: string) => Fixture | undefined
  readonly release: (token: string) => boolean
}

/** @param make inserts a fixture into the store of the API. */
export function createFixtures(
  api: string,
  identities: Identities,
  context: () => FixtureContext,
  make: (request: StateRequest, context: FixtureContext) => Fixture,
): Fixtures {
  const fixtures = new Map<string, { readonly caseId: string; readonly fixture: Fixture }>()

  function release(token: string): boolean {
    fixtures.get(token)?.fixture.release()
    return fixtures.delete(token)
  }

  return {
    establish: (request) => {
      const token = identities.hex(`${api} fixture ${request.caseId}`)
      if (fixtures.has(token) && fixtures.get(token)?.caseId !== request.caseId) {
        throw new StateError('Two cases would share one fixture. Choose another caseId.')
      }
      release(token)
      const fixture = make(request, context())
      fixtures.set(token, { caseId: request.caseId, fixture })
      return { token, fixture }
    },
    find: (token) => fixtures.get(token)?.fixture,
    release,
  }
}
