import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { createZones } from '../../sandbox/time/zones.ts'
import { parseInstant } from '../../sandbox/time/instant.ts'
import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts'
import type { FixtureCredential } from '../../sandbox/fixtures/state.ts'
import { ask, fetchToken, lobbieUrl, NOW } from './support.ts'

/**
 * A scenario of the document. This test parses it without the engine, because the sandbox must not depend on the
 * engine.
 */
interface Scenario {
  readonly id: string
  readonly as?: string | readonly string[]
  readonly given?: { readonly state: string; readonly with?: Record<string, unknown> }
  readonly send: { readonly path?: Record<string, unknown>; readonly body: unknown }
  readonly then?: { readonly body: Record<string, unknown> }
}

interface Update {
  readonly 'x-scenarios': Readonly<Record<string, readonly Scenario[]>>
  readonly 'x-states': Readonly<Record<string, { readonly gives: { readonly properties: object } }>>
}

interface Overlay {
  readonly actions: readonly { readonly update: Partial<Update> }[]
}

const zones = createZones()

describe.each([
  ['lobbie', 'PUT'],
  ['aniva', 'PATCH'],
] as const)('the sandbox of %s', (api, method) => {
  const overlay = parse(readFileSync(`specs/${api}/scenarios.overlay.yaml`, 'utf8')) as Overlay
  const added = Object.assign({}, ...overlay.actions.map(({ update }) => update)) as Update
  const { 'x-scenarios': scenarios, 'x-states': states } = added
  const base = scenarios['200']?.[0]?.given

  for (const [status, list] of Object.entries(scenarios)) {
    if (!Array.isArray(list)) continue
    for (const scenario of list as readonly Scenario[]) {
      for (const role of [scenario.as ?? 'partner'].flat()) {
        test(`returns ${status} for the scenario ${scenario.id} as ${role}`, async () => {
          const sandbox = createSandbox({ now: NOW })
          const given = scenario.given ?? base
          const fixture = await sandbox.establish({
            api,
            state: 'appointment',
            caseId: `${scenario.id} ${role}`,
            ...given,
          })
          const send = resolve(scenario.send, fixture) as Scenario['send']
          const target = { ...fixture.path, ...send.path }
          const url = api === 'lobbie' ? lobbieUrl(target) : `/api/v1/appointments/${target['id']}`
          const headers = await credentialHeaders(sandbox, fixture.credentials[role], role)
          const answered = await ask(sandbox.fetch, url, {
            method,
            headers: { 'content-type': 'application/json', ...headers },
            body: JSON.stringify(send.body),
          })
          expect(`${answered.status} ${answered.text}`).toMatch(new RegExp(`^${status} `))
          for (const [pointer, expected] of Object.entries(resolve(scenario.then?.body ?? {}, fixture) as object)) {
            const found = pointer
              .slice(1)
              .split('/')
              .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], answered.body)
            expect(asInstant(found)).toEqual(asInstant(expected))
          }
        })
      }
    }
  }

  test('returns for each provider state the values that the document lists in `gives`', async () => {
    for (const [state, { gives }] of Object.entries(states)) {
      const sandbox = createSandbox({ now: NOW })
      const facts = await sandbox.establish({ api, state, caseId: state })
      for (const [part, schema] of Object.entries<{ properties?: object }>(
        gives.properties as Record<string, { properties?: object }>,
      )) {
        const told = facts[part as 'path' | 'values' | 'given']
        expect(Object.keys(told).toSorted()).toEqual(Object.keys(schema.properties ?? {}).toSorted())
      }
    }
  })
})

function asInstant(value: unknown): unknown {
  return (typeof value === 'string' ? parseInstant(value) : undefined) ?? value
}

async function credentialHeaders(sandbox: Sandbox, credential: FixtureCredential | undefined, role: string) {
  if (role === 'anonymous') return {}
  if (role === 'malformed') return { authorization: 'Bearer', 'x-api-key': '?' }
  if (credential?.type === 'apiKey') return { 'x-api-key': credential.value }
  if (credential?.type === 'bearer') return { authorization: `Bearer ${credential.token}` }
  if (credential?.type !== 'oauth2') throw new Error(`no credential for ${role}`)
  const token = await fetchToken(sandbox.fetch, credential.clientId, credential.clientSecret)
  return { authorization: `Bearer ${token}` }
}

function resolve(value: unknown, state: object): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, state))
  if (typeof value !== 'object' || value === null) return value
  if ('$state' in value) {
    const keys = String(value.$state).slice(1).split('/')
    return keys.reduce<unknown>((found, key) => (found as Record<string, unknown>)[key], state)
  }
  if ('$time' in value) return resolveTime(value as { $time: string; at?: string; zone: string })
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, resolve(item, state)]))
}

function resolveTime({ $time, at, zone }: { $time: string; at?: string; zone: string }): string {
  const [, sign, days, hours, minutes] = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec($time) ?? []
  const factor = sign === '-' ? -1 : 1
  const start = parseInstant(NOW) ?? { seconds: 0, fraction: '' }
  const offset = /^[+-]/.test(zone) ? zone : 'Z'
  if (at === undefined || !zone.includes('/')) {
    const later = Number(days ?? 0) * 86_400 + Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60
    const seconds = start.seconds + factor * later
    const offsetMinutes = offset === 'Z' ? 0 : Number(`${offset[0]}1`) * Number(offset.slice(1, 3)) * 60
    const local = new Date((seconds + offsetMinutes * 60) * 1000).toISOString().slice(0, 19)
    return `${at === undefined ? local : `${local.slice(0, 11)}${at.length === 5 ? `${at}:00` : at}`}${offset}`
  }
  const [hour, minute] = at.split(':').map(Number)
  const instant = zones.atWallTime(zone, start, factor * Number(days), (hour ?? 0) * 60 + (minute ?? 0))
  return zones.render(instant, zone) ?? ''
}
