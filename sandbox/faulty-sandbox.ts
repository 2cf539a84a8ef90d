import { type Aniva, createAniva } from './aniva/aniva.ts'
import { ANIVA_PARTNERS } from './aniva/partners.ts'
import type { FixtureControl } from './http/control.ts'
import { createDemo } from './fixtures/demo.ts'
import type { Fault } from './faults/fault.ts'
import { createFixtures, type FixtureContext } from './fixtures/fixtures.ts'
import { createIdentities } from './fixtures/identities.ts'
import type { Demo, Sandbox } from './interface.ts'
import { createLobbie, type Lobbie } from './lobbie/lobbie.ts'
import { LOBBIE_PARTNERS } from './lobbie/partners.ts'
import { createRoutes } from './http/routes.ts'
import { readSettings, type SandboxOptions, type SandboxSettings } from './settings.ts'
import { StateError } from './fixtures/state.ts'
import { fromMilliseconds } from './time/instant.ts'
import { createZones } from './time/zones.ts'

const HOME = 'http://sandbox.invalid'
const DAY = 86_400_000

/**
 * Creates a sandbox with a fault. If `fault` is undefined, the sandbox is correct. The only thing that two sandboxes
 * share is the key pair of the process. Throws `RangeError` if an option is invalid.
 */
export function createFaultySandbox(fault: Fault | undefined, options: Omit<SandboxOptions, 'fault'> = {}): Sandbox {
  const settings = readSettings(options)
  const startedAt = Math.floor(settings.clock() / 1000) * 1000
  let servers = createServers(settings, fault, startedAt)
  const handle: Sandbox['handle'] = (...request) => servers.answer(...request)

  return {
    handle,
    fetch: async (input, init) => {
      const request = input instanceof Request ? new Request(input, init) : new Request(new URL(input, HOME), init)
      request.signal.throwIfAborted()
      const response = await handle(request, '127.0.0.1')
      request.signal.throwIfAborted()
      return response
    },
    establish: (request) => servers.establish({ with: {}, ...request }),
    now: () => new Date(settings.clock()).toISOString(),
    reset: () => {
      servers = createServers(settings, fault, startedAt)
    },
    partners: { lobbie: LOBBIE_PARTNERS, aniva: ANIVA_PARTNERS },
    get demo() {
      return servers.demo()
    },
  }
}

function createServers(settings: SandboxSettings, fault: Fault | undefined, startedAt: number) {
  const { apis, clock, seed, tokenLifetimeSeconds } = settings
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
  // The content of a fixture must not depend on the time of day, so `today` always has the time of day at which the
  // sandbox started.
  const context = (): FixtureContext => {
    const days = Math.floor((clock() - startedAt) / DAY)
    return { identities, zones, today: fromMilliseconds(startedAt + days * DAY) }
  }
  const fixtures = {
    lobbie: createFixtures('lobbie', identities, context, lobbie.establish),
    aniva: createFixtures('aniva', identities, context, aniva.establish),
  }
  const control: FixtureControl = {
    establish: async ({ api, ...request }) => {
      if (!apis.includes(api)) throw new StateError(`This sandbox does not serve ${api}.`)
      const credentials = await (api === 'lobbie' ? lobbie.credentials() : aniva.credentials())
      const { token, fixture } = fixtures[api].establish(request)
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
  const answer = createRoutes({ apis, clock, control: settings.control ? control : undefined, lobbie, aniva })
  let made: Demo | undefined
  // Does not create the demo earlier than needed, because using a time zone for the first time is slow.
  const demo = () => (made ??= createDemo(context(), lobbie, aniva))
  return {
    answer: async (...request: Parameters<Sandbox['handle']>) => {
      demo()
      return answer(...request)
    },
    establish: control.establish,
    demo,
  }
}
