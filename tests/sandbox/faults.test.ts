import { describe, expect, test } from 'vitest'
import type { ApiName } from '../../sandbox/apis.ts'
import type { Fault } from '../../sandbox/fault.ts'
import { FAULTS } from '../../sandbox/faults.ts'
import { createSandbox, type Established } from '../../sandbox/sandbox.ts'
import { ask, fetchToken, lobbieUrl, NOW } from './support.ts'

/** One request that is sent both to the truth and to the lie. */
interface Probe {
  readonly state?: string
  readonly with?: Record<string, unknown>
  readonly as?: string
  readonly method?: string
  readonly type?: string
  readonly send: unknown | ((island: Established) => unknown)
}

const LATER = '2026-07-20T10:00:00.5+02:00'
const BAD_TIMES = ['2026-07-20T10:00:00', '2026-02-30T10:00:00Z', '2026-07-20 10:00:00Z', 'July 20, 2026 10:00 UTC', 5]
const SHAPES: readonly Probe[] = ['{', [], {}, { extra: 1 }].map((send) => ({ send }))
const ABROAD = ['no-appointment', 'foreign-location', 'foreign-appointment'] as const

const PROBES: Readonly<Record<ApiName, readonly Probe[]>> = {
  lobbie: [
    ...SHAPES,
    ...[...BAD_TIMES, LATER].map((startTime) => ({ send: { startTime } })),
    ...['takenStartTime', 'adjoiningStartTime', 'cancelledStartTime'].map((name) => ({
      send: ({ given }: Established) => ({ startTime: given[name] }),
    })),
    ...['busyPractitioner', 'receptionist', 'practitionerElsewhere', 'nobody'].map((name) => ({
      send: ({ given }: Established) => ({ practitionerId: given[name] }),
    })),
    ...[{ note: null }, { note: 5 }, { practitionerId: '5' }, { status: 'LOST' }].map((send) => ({ send })),
    ...['NO_SHOW', 'IN_TREATMENT'].map((status) => ({ send: { status } })),
    { send: { note: 'x' }, type: 'text/plain' },
    { send: { note: 'x' }, method: 'POST' },
    { send: { note: 'x', startTime: LATER, status: 'CONFIRMED' } },
    { send: { startTime: LATER }, with: { status: 'CONFIRMED' } },
    { send: { note: 'x' }, with: { status: 'CANCELLED' } },
    { send: { note: 5 }, with: { status: 'CANCELLED' } },
    { send: { note: 'x', status: 'IN_TREATMENT' } },
    ...['nobody', 'garbled', 'stranger', 'ungranted', 'revoked', 'unsigned', 'wrong-signer', 'expired'].map((as) => ({
      as,
      send: { note: 'x' },
    })),
    ...['not-yet-valid', 'wrong-audience', 'unknown'].map((as) => ({ as, send: { note: 'x' } })),
    ...ABROAD.slice(0, 2).map((state) => ({ state, send: { note: 'x' } })),
    { state: 'appointment-elsewhere', send: { note: 'x' } },
  ],
  aniva: [
    ...SHAPES,
    ...[...BAD_TIMES, LATER, '2020-01-01T00:00:00Z'].map((scheduled_at) => ({ send: { scheduled_at } })),
    ...['activeLocation', 'inactiveLocation', 'foreignLocation', 'unknownLocation'].map((name) => ({
      send: ({ given }: Established) => ({ location_id: given[name] }),
    })),
    ...[null, 5, 'berlin'].map((location_id) => ({ send: { location_id } })),
    { send: ({ given }: Established) => ({ scheduled_at: LATER, location_id: given['activeLocation'] }) },
    { send: { scheduled_at: LATER }, type: 'text/plain' },
    { send: { scheduled_at: LATER }, method: 'PUT' },
    ...['pending', 'blood_drawn', 'cancelled'].map((status) => ({ with: { status }, send: { scheduled_at: LATER } })),
    { send: { scheduled_at: LATER }, with: { method: 'home' } },
    { send: ({ given }: Established) => ({ location_id: given['activeLocation'] }), with: { method: 'home' } },
    ...['nobody', 'stranger', 'unscoped', 'unknown', 'revoked'].map((as) => ({ as, send: { scheduled_at: LATER } })),
    ...[ABROAD[0], ABROAD[2]].map((state) => ({ state, send: { scheduled_at: LATER } })),
  ],
}

/** Everything that can be seen of every probe, each on an island of its own. */
async function observeAll(api: ApiName, fault?: Fault): Promise<readonly string[]> {
  const clock = { now: () => new Date(NOW) }
  const sandbox = createSandbox(fault === undefined ? clock : { ...clock, fault })
  const { clientId, clientSecret } = sandbox.partners.lobbie.partner
  const token = await fetchToken(sandbox.fetch, clientId, clientSecret)
  const seen = []
  for (const [index, { as = 'partner', method, type = 'application/json', send, ...asked }] of PROBES[api].entries()) {
    const island = await sandbox.establish({ api, state: 'appointment', ...asked, caseId: String(index) })
    const credential = island.credentials[as]
    const headers: Record<string, string> = { 'content-type': type }
    if (credential?.type === 'apiKey') headers['x-api-key'] = credential.value
    if (credential?.type === 'bearer') headers['authorization'] = `Bearer ${credential.token}`
    if (as === 'partner' && api === 'lobbie') headers['authorization'] = `Bearer ${token}`
    if (credential?.type === 'oauth2' && as !== 'partner') {
      const own = await fetchToken(sandbox.fetch, credential.clientId, credential.clientSecret)
      headers['authorization'] = `Bearer ${own}`
    }
    if (as === 'garbled') headers['authorization'] = 'Bearer'
    const body: unknown = typeof send === 'function' ? send(island) : send
    const answered = await ask(
      sandbox.fetch,
      api === 'lobbie' ? lobbieUrl(island.path) : `/api/v1/appointments/${island.path['id']}`,
      {
        method: method ?? (api === 'lobbie' ? 'PUT' : 'PATCH'),
        headers,
        body: typeof body === 'string' ? body : JSON.stringify(body),
      },
    )
    const { status, text } = answered
    seen.push(JSON.stringify([index, status, Object.fromEntries(answered.headers), text, island.observe()]))
  }
  return seen
}

const truths = { lobbie: observeAll('lobbie'), aniva: observeAll('aniva') }

test('the truth is told the same way twice', async () => {
  expect(await observeAll('lobbie')).toEqual(await truths.lobbie)
  expect(await observeAll('aniva')).toEqual(await truths.aniva)
})

describe('each lie can be noticed, and never by a crash', () => {
  test.each(FAULTS.map((fault) => [fault.id, fault] as const))('%s', async (_id, fault) => {
    const truth = await truths[fault.api]
    const told = await observeAll(fault.api, fault)
    const lies = told.filter((seen, index) => seen !== truth[index])
    expect(lies.length).toBeGreaterThan(0)
    if (!fault.lie.includes('crash')) expect(lies.join()).not.toMatch(/^\[\d+,500/m)
  })
})
