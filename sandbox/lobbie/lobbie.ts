import { type SandboxAnswer, jsonAnswer } from '../http/answer.ts'
import { selectBehaviour, readOnce } from '../behaviour.ts'
import { readBody } from '../http/body.ts'
import type { LobbieFault } from '../faults/fault.ts'
import type { Identities } from '../fixtures/identities.ts'
import { toJsonText } from '../http/json-text.ts'
import { methodNotAllowed } from '../http/method-not-allowed.ts'
import type { LobbieIds } from './fixture.ts'
import type { Fixture, FixtureContext } from '../fixtures/fixtures.ts'
import type { FixtureCredential, StateRequest } from '../fixtures/state.ts'
import type { SandboxClock } from '../time/clock.ts'
import type { Zones } from '../time/zones.ts'
import { answerLobbieUpdate, lobbieRefusal } from './answer-update.ts'
import { correctLobbie } from './behaviour.ts'
import { createRoles } from './roles.ts'
import { LOBBIE_PARTNERS } from './partners.ts'
import { signingKeys } from './tokens/signing-keys.ts'
import { makeLobbieFixture } from './states.ts'
import { createLobbieStore } from './store.ts'
import { answerTokenRequest } from './tokens/token-endpoint.ts'
import { createTokens } from './tokens/tokens.ts'
import type { LobbieUpdate } from './update.ts'

/** The Lobbie API of one sandbox. */
export interface Lobbie {
  readonly update: (request: Request, path: LobbieUpdate['path']) => Promise<SandboxAnswer>
  readonly token: (request: Request) => Promise<SandboxAnswer>
  readonly keySet: (request: Request) => Promise<SandboxAnswer>
  readonly credentials: () => Promise<Readonly<Record<string, FixtureCredential>>>
  /**
   * Inserts the fixture of a provider state. If `ids` is given, the records get these ids instead of generated ones.
   */
  readonly establish: (request: StateRequest, context: FixtureContext, ids?: LobbieIds) => Fixture
}

/** The settings of a Lobbie server. */
export interface LobbieSettings {
  readonly clock: SandboxClock
  readonly zones: Zones
  readonly identities: Identities
  readonly tokenLifetimeSeconds: number
  readonly fault: LobbieFault | undefined
}

/** Creates a Lobbie server without appointments. */
export function createLobbie({ clock, zones, identities, tokenLifetimeSeconds, fault }: LobbieSettings): Lobbie {
  const server = { store: createLobbieStore(), zones, clock }
  for (const partner of Object.values(LOBBIE_PARTNERS)) server.store.partners.set(partner.clientId, partner)
  const tokens = createTokens(clock, identities, tokenLifetimeSeconds)
  const roles = createRoles(tokens)
  const { forRequest, forObservation } = selectBehaviour(correctLobbie, fault)

  return {
    update: async (request, path) => {
      const behaviour = forRequest()
      const { method, headers } = request
      if (!behaviour.methods.includes(method)) return methodNotAllowed(correctLobbie.methods, lobbieRefusal)
      const token = await tokens.read(headers.get('authorization'))
      const body = toJsonText(await readBody(request))
      const readTime = readOnce(behaviour.readTime)
      const contentType = headers.get('content-type')
      return answerLobbieUpdate(behaviour, { server, path, token, contentType, body, now: clock(), readTime })
    },
    token: async (request) => {
      if (request.method !== 'POST') return methodNotAllowed(['POST'], lobbieRefusal)
      const { headers } = request
      const body = await readBody(request)
      const sent = { contentType: headers.get('content-type'), authorization: headers.get('authorization'), body }
      return answerTokenRequest(server.store, tokens, sent)
    },
    keySet: async (request) => {
      if (!['GET', 'HEAD'].includes(request.method)) return methodNotAllowed(['GET', 'HEAD'], lobbieRefusal)
      return jsonAnswer(200, { keys: [(await signingKeys()).own.publicJwk] })
    },
    credentials: roles,
    establish: (request, context, ids) => makeLobbieFixture(request, context, server, forObservation.show, ids),
  }
}
