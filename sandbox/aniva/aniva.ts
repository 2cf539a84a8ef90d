import type { Answer } from '../answer.ts'
import { chooseBehaviour, readOnce } from '../behaviour.ts'
import { readBody } from '../body.ts'
import type { AnivaFault } from '../fault.ts'
import { toJsonText } from '../json-text.ts'
import { methodNotAllowed } from '../method-not-allowed.ts'
import type { AnivaIds } from './fixture.ts'
import type { Credential, FixtureContext, Fixture, StateRequest } from '../state.ts'
import type { Clock } from '../time/clock.ts'
import type { Zones } from '../time/zones.ts'
import { anivaRefusal, answerUpdate } from './answer-update.ts'
import { truthfulAniva } from './behaviour.ts'
import { ANIVA_PARTNERS } from './partners.ts'
import { makeAnivaFixture } from './states.ts'
import { createStore } from './store.ts'

/** Aniva's part of one sandbox. */
export interface Aniva {
  readonly update: (request: Request, id: string) => Promise<Answer>
  readonly credentials: () => Readonly<Record<string, Credential>>
  /** `ids` are for a fixture that people come to by hand. */
  readonly establish: (asked: StateRequest, ground: FixtureContext, ids?: AnivaIds) => Fixture
}

/** What Aniva is made from. */
export interface AnivaSettings {
  readonly clock: Clock
  readonly zones: Zones
  readonly fault: AnivaFault | undefined
}

/** An Aniva in which nobody has an appointment yet. */
export function createAniva({ clock, zones, fault }: AnivaSettings): Aniva {
  const world = { store: createStore(), zones, clock }
  for (const key of Object.values(ANIVA_PARTNERS)) world.store.keys.set(key.value, key)
  const { behaviourOfNext, observed } = chooseBehaviour(truthfulAniva, fault)

  return {
    update: async (request, id) => {
      const behaviour = behaviourOfNext()
      const { method, headers } = request
      if (!behaviour.methods.includes(method)) return methodNotAllowed(truthfulAniva.methods, anivaRefusal)
      const body = toJsonText(await readBody(request))
      const readTime = readOnce(behaviour.readTime)
      const [key, contentType] = [headers.get('x-api-key'), headers.get('content-type')]
      return answerUpdate(behaviour, { world, id, key, contentType, body, now: clock(), readTime })
    },
    credentials: () => ({
      partner: { type: 'apiKey', value: ANIVA_PARTNERS.partner.value },
      'other-partner': { type: 'apiKey', value: ANIVA_PARTNERS['other-partner'].value },
      'no-scope': { type: 'apiKey', value: ANIVA_PARTNERS['no-scope'].value },
      revoked: { type: 'apiKey', value: ANIVA_PARTNERS.revoked.value },
      unknown: { type: 'apiKey', value: 'nobodys-sandbox-key' },
    }),
    establish: (asked, ground, ids) => makeAnivaFixture(asked, ground, world, observed.show, ids),
  }
}
