import type { SandboxAnswer } from '../http/answer.ts'
import { selectBehaviour, readOnce } from '../behaviour.ts'
import { readBody } from '../http/body.ts'
import type { AnivaFault } from '../faults/fault.ts'
import { toJsonText } from '../http/json-text.ts'
import { methodNotAllowed } from '../http/method-not-allowed.ts'
import type { AnivaIds } from './fixture.ts'
import type { Fixture, FixtureContext } from '../fixtures/fixtures.ts'
import type { FixtureCredential, StateRequest } from '../fixtures/state.ts'
import type { SandboxClock } from '../time/clock.ts'
import type { Zones } from '../time/zones.ts'
import { anivaRefusal, answerAnivaUpdate } from './answer-update.ts'
import { correctAniva } from './behaviour.ts'
import { ANIVA_PARTNERS } from './partners.ts'
import { makeAnivaFixture } from './states.ts'
import { createAnivaStore } from './store.ts'

/** The Aniva API of one sandbox. */
export interface Aniva {
  readonly update: (request: Request, id: string) => Promise<SandboxAnswer>
  readonly credentials: () => Readonly<Record<string, FixtureCredential>>
  /**
   * Inserts the fixture of a provider state. If `ids` is given, the records get these ids instead of generated ones.
   */
  readonly establish: (request: StateRequest, context: FixtureContext, ids?: AnivaIds) => Fixture
}

/** The settings of an Aniva server. */
export interface AnivaSettings {
  readonly clock: SandboxClock
  readonly zones: Zones
  readonly fault: AnivaFault | undefined
}

/** Creates an Aniva server without appointments. */
export function createAniva({ clock, zones, fault }: AnivaSettings): Aniva {
  const server = { store: createAnivaStore(), zones, clock }
  for (const key of Object.values(ANIVA_PARTNERS)) server.store.keys.set(key.value, key)
  const { forRequest, forObservation } = selectBehaviour(correctAniva, fault)

  return {
    update: async (request, id) => {
      const behaviour = forRequest()
      const { method, headers } = request
      if (!behaviour.methods.includes(method)) return methodNotAllowed(correctAniva.methods, anivaRefusal)
      const body = toJsonText(await readBody(request))
      const readTime = readOnce(behaviour.readTime)
      const [key, contentType] = [headers.get('x-api-key'), headers.get('content-type')]
      const recordId = id.toLowerCase()
      return answerAnivaUpdate(behaviour, { server, id, recordId, key, contentType, body, now: clock(), readTime })
    },
    credentials: () => ({
      partner: { type: 'apiKey', value: ANIVA_PARTNERS.partner.value },
      'other-partner': { type: 'apiKey', value: ANIVA_PARTNERS['other-partner'].value },
      'no-scope': { type: 'apiKey', value: ANIVA_PARTNERS['no-scope'].value },
      revoked: { type: 'apiKey', value: ANIVA_PARTNERS.revoked.value },
      // A key that was never issued: the partner's key in upper case. Keys are case-sensitive.
      unknown: { type: 'apiKey', value: ANIVA_PARTNERS.partner.value.toUpperCase() },
    }),
    establish: (request, context, ids) => makeAnivaFixture(request, context, server, forObservation.show, ids),
  }
}
