import { describe, expect, test } from 'vitest'
import type { ApiName } from '../../sandbox/apis.ts'
import { BLIND_SETS, splitSet } from '../../proof/blind-sets.ts'
import { ALL_FAULTS, HELD_OUT } from '../../proof/faults.ts'
import { VARIANTS } from '../../proof/variants.ts'
import type { Fault } from '../../sandbox/faults/fault.ts'
import { createFaultySandbox } from '../../sandbox/faulty-sandbox.ts'
import type { EstablishedFixture } from '../../sandbox/fixtures/state.ts'
import { ask, fetchToken, lobbieUrl, NOW } from '../sandbox/support.ts'

const UNFIXED = Object.values(BLIND_SETS).map((set) => splitSet(set).rest)

/**
 * Faults that `npm run prove` does not have to detect. These tests check that each of them changes a response or a
 * stored value. For every other fault, its detection by `npm run prove` shows this.
 */
const NOT_PROVED = [
  ...ALL_FAULTS.filter(({ family }) => family === 'intermittent'),
  ...UNFIXED.flatMap(({ faults }) => faults),
]

/** A request (probe) that is sent to the correct sandbox and to a faulty one. Their responses must differ. */
interface Probe {
  readonly state?: string
  readonly with?: Record<string, unknown>
  readonly as?: string
  /** Returns the API key to send. Its argument is the API key of the role. */
  readonly key?: (key: string) => string
  readonly method?: string
  /** The content type of the request. If null, the request has no content type. */
  readonly type?: string | null
  readonly path?: Record<string, string> | ((fixture: EstablishedFixture) => Record<string, string>)
  /** The body of an update that is sent before the request, to the same appointment. */
  readonly first?: unknown
  /** The role that sends `first`. Default: the role of the request. */
  readonly firstAs?: string
  readonly send: unknown | ((fixture: EstablishedFixture) => unknown)
}

const LATER = '2026-07-20T10:00:00.5+02:00'
const BAD_TIMES = [
  ...['2026-07-20T10:00:00', '2026-02-30T10:00:00Z', '2026-07-20 10:00:00Z', 'July 20, 2026 10:00 UTC', 5, null],
  ...['2026-07-20T10:99:00Z', '2026-07-20T10:00:00+24:00', '2026-07-20T10:00:00+0000'],
]
/**
 * One hour from now, in UTC. A server that ignores the offset reads it as local time. In a zone ahead of UTC, it is
 * then a time in the past.
 */
const SOON = new Date(Date.parse(NOW) + 3_600_000).toISOString()
const JUST_PAST = new Date(Date.parse(NOW) + 13 * 3_600_000).toISOString().replace('Z', '+14:00')
const JUST_NOW = new Date(Date.parse(NOW) - 60_000).toISOString()
/** Returns the practitioner of the last booking in the list. This booking is at another location. */
function lastBooked({ bookings }: EstablishedFixture['given']): unknown {
  return (bookings as readonly { readonly practitionerId: number }[]).at(-1)?.practitionerId
}

const SHAPES: readonly Probe[] = ['{', [], {}, { extra: 1 }].map((send) => ({ send }))
const ABROAD = ['no-appointment', 'foreign-location', 'foreign-appointment'] as const

const PROBES: Readonly<Record<ApiName, readonly Probe[]>> = {
  lobbie: [
    ...SHAPES,
    ...[...BAD_TIMES, LATER].map((startTime) => ({ send: { startTime } })),
    ...['takenStartTime', 'overlappingStartTime', 'adjoiningStartTime', 'precedingStartTime', 'startTime'].map(
      (name) => ({
        send: ({ given }: EstablishedFixture) => ({ startTime: given[name] }),
      }),
    ),
    { send: ({ given }: EstablishedFixture) => ({ startTime: given['freedStartTime'] }) },
    { send: ({ values }: EstablishedFixture) => ({ practitionerId: valueOf(values['practitionerId']) }) },
    ...['busyPractitioner', 'receptionist', 'practitionerElsewhere', 'unknownStaff'].map((name) => ({
      send: ({ given }: EstablishedFixture) => ({ practitionerId: given[name] }),
    })),
    ...[{ note: null }, { note: 5 }, { practitionerId: '5' }, { practitionerId: null }].map((send) => ({ send })),
    ...['NO_SHOW', 'IN_TREATMENT', 'SCHEDULED', 'LOST', 'scheduled', null, 5].map((status) => ({ send: { status } })),
    { send: { status: 'CONFIRMED' }, with: { status: 'CHECKED_IN' } },
    { send: { status: 'IN_TREATMENT' }, with: { status: 'CHECKED_IN' } },
    { send: { status: 'CHECKED_OUT' }, with: { status: 'IN_TREATMENT' } },
    ...['CHECKED_OUT', 'NO_SHOW'].map((status) => ({ send: { note: 'x' }, with: { status } })),
    { send: { startTime: LATER }, with: { zone: 'Asia/Kolkata' } },
    { first: { note: 'x' }, send: { startTime: LATER } },
    ...['accountId', 'locationId', 'appointmentId'].map((name) => ({ path: { [name]: 'abc' }, send: { note: 'x' } })),
    { send: { note: 'x' }, type: null },
    { send: { note: 'x' }, method: 'PATCH' },
    ...['', ' Zoë 😀 ', 'x'.repeat(300)].map((note) => ({ send: { note } })),
    { send: { note: 'x' }, type: 'text/plain' },
    { send: { note: 'x' }, method: 'POST' },
    { send: { note: 'x', startTime: LATER, status: 'CONFIRMED' } },
    { send: { startTime: LATER }, with: { status: 'CONFIRMED' } },
    { send: { note: 'x' }, with: { status: 'CANCELLED' } },
    { send: { note: 5 }, with: { status: 'CANCELLED' } },
    { send: { note: 'x', status: 'IN_TREATMENT' } },
    ...['anonymous', 'malformed', 'other-partner', 'no-grant', 'revoked', 'unsigned', 'wrong-signer', 'expired'].map(
      (as) => ({
        as,
        send: { note: 'x' },
      }),
    ),
    ...['not-yet-valid', 'wrong-audience', 'unknown'].map((as) => ({ as, send: { note: 'x' } })),
    ...ABROAD.slice(0, 2).map((state) => ({ state, send: { note: 'x' } })),
    { state: 'appointment-elsewhere', send: { note: 'x' } },
    ...[
      ({ given }: EstablishedFixture) => ({
        practitionerId: given['busyPractitioner'],
        startTime: given['takenStartTime'],
      }),
      ({ given }: EstablishedFixture) => ({ note: 'x', startTime: given['takenStartTime'] }),
      ({ given }: EstablishedFixture) => ({ status: 'CONFIRMED', startTime: given['takenStartTime'] }),
      ({ given }: EstablishedFixture) => ({ startTime: String(given['startTime']).replace(':00:00', ':15:00') }),
      ({ values }: EstablishedFixture) => ({ practitionerId: Number(valueOf(values['practitionerId'])) + 0.5 }),
    ].map((send) => ({ send })),
    {
      send: ({ values }: EstablishedFixture) => ({ practitionerId: valueOf(values['practitionerId']) }),
      with: { status: 'CANCELLED' },
    },
    ...['CANCELLED', 'IN_TREATMENT'].map((status) => ({ send: { status }, with: { status: 'IN_TREATMENT' } })),
    ...[{ status: 1 }, { durationMinutes: 45 }, { note: 'Zoe\u0308' }, { note: 'x'.repeat(1001) }].map((send) => ({
      send,
    })),
    ...['2026-11-01T01:45:00-04:00', '2028-02-29T10:00:00-05:00'].map((startTime) => ({ send: { startTime } })),
    { path: ({ path }: EstablishedFixture) => ({ accountId: `${path['accountId']}a` }), send: { note: 'x' } },
    { first: { note: 'x' }, firstAs: 'partner', as: 'other-partner', send: { note: 'y' } },
    { as: 'anonymous', send: { note: 5 } },
    ...['2025-01-08T10:00:00-05:00', '2026-07-20'].map((startTime) => ({ send: { startTime } })),
    { send: ({ given }: EstablishedFixture) => ({ practitionerId: given['practitionerId'] }) },
    { send: { status: 'NO_SHOW' }, with: { status: 'CHECKED_IN' } },
    { send: { note: '<b>Bring</b> the "referral" letter' } },
    { first: { startTime: LATER }, send: { startTime: '2026-07-21T10:00:00Z' } },
    { send: ({ given }: EstablishedFixture) => ({ practitionerId: lastBooked(given) }) },
    { send: { status: 'CANCELLED' }, with: { status: 'CANCELLED' } },
    { state: 'no-appointment', as: 'other-partner', send: { note: 'x' } },
    { send: { note: 'x', patientId: 90_418 } },
    { send: { startTime: '2026-07-20T10:00:00-03:30' } },
    { send: { startTime: LATER, status: 'IN_TREATMENT' } },
    { first: { note: 'x'.repeat(300) }, send: { startTime: LATER } },
    {
      send: ({ values }: EstablishedFixture) => ({
        practitionerId: valueOf(values['practitionerId']),
        startTime: LATER,
      }),
      with: { durationMinutes: 45 },
    },
  ],
  aniva: [
    ...SHAPES,
    ...[...BAD_TIMES, LATER, '2020-01-01T00:00:00Z'].map((scheduled_at) => ({ send: { scheduled_at } })),
    ...['activeLocation', 'inactiveLocation', 'foreignLocation', 'unknownLocation'].map((name) => ({
      send: ({ given }: EstablishedFixture) => ({ location_id: given[name] }),
    })),
    ...[null, 5, 'berlin', 'urn:uuid:3f2504e0-4f89-41d3-9a0c-0305e82c3301'].map((location_id) => ({
      send: { location_id },
    })),
    { send: { scheduled_at: LATER }, path: { id: 'abc' } },
    {
      send: { scheduled_at: LATER },
      path: ({ path }: EstablishedFixture): Record<string, string> => ({ id: String(path['id']).toUpperCase() }),
    },
    { send: ({ given }: EstablishedFixture) => ({ scheduled_at: given['scheduled_at'] }) },
    ...[{ scheduled: false }, { method: null }, { profile: 'bare' }].map((options) => ({
      with: options,
      send: ({ given }: EstablishedFixture) => ({ location_id: given['activeLocation'] }),
    })),
    { send: { scheduled_at: LATER }, with: { zone: 'Asia/Kolkata', updated: true } },
    {
      first: { scheduled_at: LATER },
      send: ({ given }: EstablishedFixture) => ({ location_id: given['activeLocation'] }),
    },
    { send: { scheduled_at: '2020-01-01T00:00:00Z' }, with: { status: 'blood_drawn' } },
    ...[SOON, JUST_PAST].map((scheduled_at) => ({ send: { scheduled_at } })),
    { send: { scheduled_at: LATER }, method: 'POST' },
    { send: ({ given }: EstablishedFixture) => ({ scheduled_at: LATER, location_id: given['activeLocation'] }) },
    { send: { scheduled_at: LATER }, type: 'text/plain' },
    { send: { scheduled_at: LATER }, method: 'PUT' },
    ...['pending', 'blood_drawn', 'cancelled'].map((status) => ({ with: { status }, send: { scheduled_at: LATER } })),
    { send: { scheduled_at: LATER }, with: { method: 'home' } },
    { send: ({ given }: EstablishedFixture) => ({ location_id: given['activeLocation'] }), with: { method: 'home' } },
    ...['anonymous', 'other-partner', 'no-scope', 'unknown', 'revoked'].map((as) => ({
      as,
      send: { scheduled_at: LATER },
    })),
    ...[ABROAD[0], ABROAD[2]].map((state) => ({ state, send: { scheduled_at: LATER } })),
    ...['2026-10-28T10:00:00Z', '2100-02-29T10:00:00Z', '2026-07-20t10:00:00z', JUST_NOW].map((scheduled_at) => ({
      send: { scheduled_at },
    })),
    ...['activeLocation', 'inactiveLocation'].flatMap((name) =>
      ['2020-01-01T00:00:00Z', LATER].map((scheduled_at) => ({
        send: ({ given }: EstablishedFixture) => ({ scheduled_at, location_id: given[name] }),
      })),
    ),
    {
      send: ({ given }: EstablishedFixture) => ({ location_id: given['foreignLocation'] }),
      with: { status: 'pending' },
    },
    { send: ({ given }: EstablishedFixture) => ({ location_id: String(given['activeLocation']).toUpperCase() }) },
    { send: { scheduled_at: LATER }, type: 'application/json; charset=utf-8' },
    { as: 'anonymous', path: { id: 'abc' }, send: { scheduled_at: LATER } },
    { send: { scheduled_at: 5 }, with: { status: 'cancelled' } },
    { send: { status: 'cancelled' } },
    { send: ({ given }: EstablishedFixture) => ({ scheduled_at: given['takenTime'] }) },
    { send: { scheduled_at: '2091-12-31T10:00:00Z' } },
    { first: { scheduled_at: LATER }, send: { scheduled_at: '2026-07-21T10:00:00Z' } },
    { send: { scheduled_at: LATER }, with: { profile: 'bare' } },
    { send: { scheduled_at: LATER }, with: { status: 'cancelled' }, as: 'other-partner' },
    { send: ({ given }: EstablishedFixture) => ({ scheduled_at: LATER, location_id: given['foreignLocation'] }) },
    { send: { scheduled_at: LATER, location_id: null } },
    { send: { scheduled_at: '2026-07-20T10:00:00.5' } },
    {
      with: { status: 'blood_drawn' },
      send: ({ given }: EstablishedFixture) => ({ location_id: given['activeLocation'] }),
    },
    { send: { scheduled_at: LATER }, key: (key: string) => key.toUpperCase() },
    { send: { scheduled_at: LATER }, with: { profile: 'bare', language: 'fi' } },
    { state: 'foreign-appointment', send: { scheduled_at: LATER }, with: { place: 'own-location' } },
    { send: ({ given }: EstablishedFixture) => ({ scheduled_at: LATER, location_id: given['unknownLocation'] }) },
    { send: ({ given }: EstablishedFixture) => ({ scheduled_at: null, location_id: given['activeLocation'] }) },
    { send: { scheduled_at: LATER }, with: { status: 'blood_drawn', method: 'home' } },
  ],
}

function valueOf(values: unknown): unknown {
  return Array.isArray(values) ? values[0] : undefined
}

/**
 * Sends probes one after the other, each to a new fixture. After each request, yields the response and the stored
 * appointments.
 */
async function* observe(api: ApiName, fault?: Fault): AsyncGenerator<string> {
  const sandbox = createFaultySandbox(fault, { now: () => new Date(NOW) })
  const { clientId, clientSecret } = sandbox.partners.lobbie.partner
  const token = await fetchToken(sandbox.fetch, clientId, clientSecret)
  for (const [index, probe] of PROBES[api].entries()) {
    const {
      as = 'partner',
      firstAs = as,
      method,
      type = 'application/json',
      send,
      path: other,
      first,
      key = (issued: string) => issued,
      ...asked
    } = probe
    const fixture = await sandbox.establish({ api, state: 'appointment', ...asked, caseId: String(index) })
    const credentialsOf = async (who: string): Promise<Record<string, string>> => {
      const credential = fixture.credentials[who]
      if (who === 'malformed') return { authorization: 'Bearer' }
      if (who === 'partner' && api === 'lobbie') return { authorization: `Bearer ${token}` }
      if (credential?.type === 'apiKey') return { 'x-api-key': key(credential.value) }
      if (credential?.type === 'bearer') return { authorization: `Bearer ${credential.token}` }
      if (credential?.type !== 'oauth2') return {}
      const own = await fetchToken(sandbox.fetch, credential.clientId, credential.clientSecret)
      return { authorization: `Bearer ${own}` }
    }
    const path = { ...fixture.path, ...(typeof other === 'function' ? other(fixture) : other) }
    const url = api === 'lobbie' ? lobbieUrl(path) : `/api/v1/appointments/${path['id']}`
    const asking = async (who: string, body: unknown) =>
      ask(sandbox.fetch, url, {
        method: method ?? (api === 'lobbie' ? 'PUT' : 'PATCH'),
        headers: { ...(type === null ? {} : { 'content-type': type }), ...(await credentialsOf(who)) },
        // Sends the body as bytes, because `Request` would add a content type for a string.
        body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
      })
    if (first !== undefined) await asking(firstAs, first)
    const answered = await asking(as, typeof send === 'function' ? send(fixture) : send)
    const { status, text } = answered
    yield JSON.stringify([index, status, Object.fromEntries(answered.headers), text, fixture.observe()])
  }
}

async function observeAll(api: ApiName): Promise<readonly string[]> {
  const seen = []
  for await (const each of observe(api)) seen.push(each)
  return seen
}

const correct = { lobbie: observeAll('lobbie'), aniva: observeAll('aniva') }

const EVERY_FAULT = [...ALL_FAULTS, ...UNFIXED.flatMap(({ faults }) => faults)]

test('the sandbox without a fault gives the same responses in two runs', async () => {
  expect(await observeAll('lobbie')).toEqual(await correct.lobbie)
  expect(await observeAll('aniva')).toEqual(await correct.aniva)
})

describe('a fault that `prove` need not detect', () => {
  test.each(NOT_PROVED.map((fault) => [fault.id, fault] as const))(
    '%s changes a response or a stored value, and causes a 500 only if its title contains "crash"',
    async (_id, fault) => {
      const expected = await correct[fault.api]
      let [index, difference] = [0, '']
      for await (const observed of observe(fault.api, fault)) {
        if (observed !== expected[index]) difference = observed
        if (difference !== '') break
        index += 1
      }
      expect(difference).not.toBe('')
      if (!fault.title.includes('crash')) expect(difference).not.toMatch(/^\[\d+,500/)
    },
  )
})

test('every fault has a unique id, a title of one sentence, and a rule that detects it', () => {
  const all = [...EVERY_FAULT, ...HELD_OUT]
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  for (const { id, api, title, rules } of all) {
    expect(id).toMatch(new RegExp(`^${api}(-[a-z0-9]+)+$`))
    expect(title).toMatch(/^[^.]+\.$/)
    expect(rules.length).toBeGreaterThan(0)
  }
})

test('every harmless variant has a unique id', () => {
  const ids = [...VARIANTS, ...UNFIXED.flatMap(({ variants }) => variants)].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})
