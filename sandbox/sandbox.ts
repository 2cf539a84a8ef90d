import { type Aniva, createAniva } from './aniva/aniva.ts'
import { ANIVA_PARTNERS } from './aniva/partners.ts'
import type { ApiName } from './apis.ts'
import type { Controlled } from './control.ts'
import { type Demo, settleDemo } from './demo.ts'
import { createIdentities } from './identities.ts'
import { createFixtures } from './fixtures.ts'
import { createLobbie, type Lobbie } from './lobbie/lobbie.ts'
import { LOBBIE_PARTNERS } from './lobbie/partners.ts'
import { createRoutes } from './routes.ts'
import { type SandboxOptions, type SandboxSettings, settle } from './settings.ts'
import { type Established, type FixtureContext, StateError } from './state.ts'
import { fromMilliseconds } from './time/instant.ts'
import { createZones } from './time/zones.ts'

export type { Established } from './state.ts'

/** Both APIs in memory, stateful, with real credentials. */
export interface Sandbox {
  /** Usable wherever a `fetch` is: no port, no network. A relative URL is taken as one of the sandbox. */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>
  /** Answers a request that came from that address; only the loopback may use the control. */
  readonly handle: (request: Request, remoteAddress: string) => Promise<Response>
  /** Makes a fixture of its own for one case; the same `caseId` again replaces it. */
  readonly establish: (asked: {
    readonly api: ApiName
    readonly state: string
    readonly with?: Readonly<Record<string, unknown>>
    readonly caseId: string
  }) => Promise<Established>
  /** What time it is here, RFC 3339. */
  readonly now: () => string
  /** Forgets everything but the partners and the demo. */
  readonly reset: () => void
  /** The invented partners and their credentials; none of them opens anything but a sandbox. */
  readonly partners: { readonly lobbie: typeof LOBBIE_PARTNERS; readonly aniva: typeof ANIVA_PARTNERS }
  /** Appointments with pleasant ids that are always there. */
  readonly demo: Demo
}

const HOME = 'http://sandbox.invalid'
const DAY = 86_400_000

/**
 * Makes a sandbox. It is ready at once; two of them share nothing but the key pair of this process.
 * @throws {RangeError} when an option makes no sense.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const settings = settle(options)
  const startedAt = Math.floor(settings.clock() / 1000) * 1000
  let inside = createInside(settings, startedAt)
  const handle = (request: Request, remoteAddress: string) => inside.answer(request, remoteAddress)

  return {
    handle,
    fetch: async (input, init) => {
      const request = input instanceof Request ? new Request(input, init) : new Request(new URL(input, HOME), init)
      request.signal.throwIfAborted()
      const response = await handle(request, '127.0.0.1')
      request.signal.throwIfAborted()
      return response
    },
    establish: (asked) => inside.establish({ with: {}, ...asked }),
    now: () => new Date(settings.clock()).toISOString(),
    reset: () => {
      inside = createInside(settings, startedAt)
    },
    partners: { lobbie: LOBBIE_PARTNERS, aniva: ANIVA_PARTNERS },
    get demo() {
      return inside.settledDemo()
    },
  }
}

function createInside(settings: SandboxSettings, startedAt: number) {
  const { apis, clock, seed, fault, tokenLifetimeSeconds } = settings
  const identities = createIdentities(seed)
  const zones = createZones()
  const lobbie: Lobbie = createLobbie({
    clock,
    zones,
    identities,
    tokenLifetimeSeconds,
    fault: fault?.api === 'lobbie' ? fault : undefined,
  })
  const aniva: Aniva = createAniva({ clock, zones, fault: fault?.api === 'aniva' ? fault : undefined })
  // Whole days from the start, so that a fixture does not depend on when in a run it is made.
  const ground = (): FixtureContext => {
    const days = Math.floor((clock() - startedAt) / DAY)
    return { identities, zones, today: fromMilliseconds(startedAt + days * DAY) }
  }
  const fixtures = {
    lobbie: createFixtures('lobbie', identities, ground, lobbie.establish),
    aniva: createFixtures('aniva', identities, ground, aniva.establish),
  }
  const controlled: Controlled = {
    establish: async ({ api, ...asked }) => {
      if (!apis.includes(api)) throw new StateError(`This sandbox does not serve ${api}.`)
      const credentials = await (api === 'lobbie' ? lobbie.credentials() : aniva.credentials())
      const { token, fixture } = fixtures[api].establish(asked)
      const release = () => void fixtures[api].release(token)
      return { ...fixture.facts, credentials, token, observe: fixture.observe, release }
    },
    find: (token) => {
      for (const { find, release } of Object.values(fixtures)) {
        const fixture = find(token)
        if (fixture !== undefined) return { observe: fixture.observe, release: () => void release(token) }
      }
      return undefined
    },
  }
  const answer = createRoutes({ ...settings, lobbie, aniva, controlled })
  let demo: Demo | undefined
  // The first use of a zone costs more than all the rest of a sandbox, and not everybody comes for the demo.
  const settledDemo = () => (demo ??= settleDemo(ground(), lobbie, aniva))
  return {
    answer: async (request: Request, remoteAddress: string) => {
      settledDemo()
      return answer(request, remoteAddress)
    },
    establish: controlled.establish,
    settledDemo,
  }
}
