import type { ContractConfig, FixtureConfig, LiveConfig } from '../../config/contract-config.ts'
import { ContractError } from '../../errors.ts'
import type { JsonObject } from '../../json.ts'
import { isZone } from '../../cases/literals/wall-clock.ts'
import type { Neighbours } from '../neighbours/neighbours.ts'
import type { LiveFixture, LiveSettings } from './live-settings.ts'

/** The inputs of `settleLive`. */
export interface SettleLive {
  readonly api: string
  readonly config: ContractConfig
  readonly env: Readonly<Record<string, string | undefined>>
  readonly neighbours: Neighbours
}

/** The maximum number of requests per second, if the live settings contain none. */
const PER_SECOND = 2
const TIMEOUT_MILLISECONDS = 30_000
const WAIT_SECONDS = 120

/**
 * Returns the live settings of an API. Without such settings, throws `bad-config` with the command that writes them.
 */
export function liveSectionOf(config: ContractConfig, api: string): LiveConfig {
  const live = config.apis[api]?.targets?.live
  if (live !== undefined) return live
  throw new ContractError('bad-config', {
    what: `contract.config.yaml has no apis.${api}.targets.live`,
    next: `\`contract-gate live init ${api}\` writes one; or give a server with -u URL`,
  })
}

/**
 * Makes the live settings, with the secrets from the environment. Throws `bad-config` with the line of the first error.
 */
export function settleLive({ api, config, env, neighbours }: SettleLive): LiveSettings {
  const live = liveSectionOf(config, api)
  const at = `/apis/${api}/targets/live`
  const secret = (variable: string, place: string): string => {
    const value = env[variable]
    if (value !== undefined && value !== '') return value
    throw new ContractError('bad-config', {
      what: `the environment variable ${variable} is ${value === undefined ? 'not set' : 'empty'}`,
      where: config.locate(at + place),
      next: `set the variable, for example in a file that \`node --env-file\` reads; .env.example names all variables`,
    })
  }
  const { environment, baseUrl, tokenUrl, scope, path = {}, given = {}, values = {}, create, setup, limits = {} } = live
  return {
    api,
    environment,
    baseUrl: baseUrl.replace(/\/+$/, ''),
    ...(tokenUrl === undefined ? {} : { tokenUrl }),
    ...(scope === undefined ? {} : { scope }),
    credentials: Object.entries(live.credentials).map(([scheme, variables]) => ({
      scheme,
      values: [variables].flat().map((variable) => secret(variable, `/credentials/${scheme}`)),
    })),
    headers: Object.entries(live.headers ?? {}).map(
      ([name, { variable }]) => [name, secret(variable, `/headers/${name}`)] as const,
    ),
    path,
    given,
    values,
    readsBack: live.readBack !== false,
    ...(create === undefined ? {} : { create }),
    fixtures: Object.entries(live.fixtures ?? {}).map(([name, fixture]) =>
      settleFixture(name, fixture, {
        ...{ path, given, values, neighbours, readsBack: live.readBack !== false },
        where: config.locate(`${at}/fixtures/${name}`),
      }),
    ),
    ...(setup === undefined ? {} : { setup }),
    perSecond: limits.perSecond ?? PER_SECOND,
    requestTimeoutMilliseconds: limits.requestTimeout ?? TIMEOUT_MILLISECONDS,
    waitMilliseconds: (limits.wait ?? WAIT_SECONDS) * 1000,
  }
}

function settleFixture(
  name: string,
  fixture: FixtureConfig,
  shared: {
    path: JsonObject
    given: JsonObject
    values: JsonObject
    neighbours: Neighbours
    readsBack: boolean
    where: string
  },
): LiveFixture {
  const { path, neighbours, readsBack, where } = shared
  const use = neighbours.states.get(fixture.state)
  const wrong = (what: string, next: string): ContractError =>
    new ContractError('bad-config', { what: `fixture \`${name}\`: ${what}`, where, next })
  if (use === undefined) {
    const known = [...neighbours.states.keys()].join(', ')
    throw wrong(`there is no state \`${fixture.state}\``, `use one of ${known}`)
  }
  const address = { ...path, ...fixture.path }
  const missing = use.address.filter((key) => address[key] === undefined)
  if (missing.length > 0) throw wrong(`its path has no ${missing.join(', ')}`, `add the missing values under \`path\``)
  const { with: parameters = {} } = fixture
  for (const key of use.zones) {
    const zone = parameters[key]
    if (typeof zone !== 'string' || isZone(zone)) continue
    throw wrong(`\`${key}\` is not an IANA time zone`, 'write a time zone such as America/New_York')
  }
  const { probe } = fixture
  const final = Object.keys(probe ?? {}).find((key) => use.oneWay.has(key))
  if (final !== undefined) throw wrong(`\`${final}\` cannot be set back`, 'leave the field out of `probe`')
  if (probe !== undefined && (fixture.use ?? 'fixed') === 'fixed')
    throw wrong('`probe` is sent as an update, but the fixture is fixed', 'add `use: changeable`, or remove `probe`')
  return {
    name,
    state: fixture.state,
    use: fixture.use ?? 'fixed',
    path: address,
    with: parameters,
    values: { ...shared.values, ...fixture.values },
    given: { ...shared.given, ...fixture.given },
    ...(probe === undefined || readsBack ? {} : { probe }),
    ...(fixture.bystander === undefined ? {} : { bystander: { ...path, ...fixture.bystander } }),
    where,
  }
}
