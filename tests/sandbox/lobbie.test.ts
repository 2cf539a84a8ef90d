import { describe, expect, test } from 'vitest'
import { APPOINTMENT_STATUSES } from '../../sandbox/lobbie/appointment.ts'
import { ask, fetchToken, lobbieFixture, lobbieUrl, NOW } from './support.ts'

const FIELDS = [
  'id',
  'appointmentTypeId',
  'patientId',
  'practitionerId',
  'locationId',
  'startTime',
  'endTime',
  'durationMinutes',
  'status',
  'note',
  'createdAt',
  'updatedAt',
]

describe('an accepted update of Lobbie', () => {
  test('changes only the fields that were sent', async () => {
    const fixture = await lobbieFixture()
    const before = fixture.observe()
    const { status, headers, body } = await fixture.update({ note: 'Bring the referral' })
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/json')
    expect(Object.keys(body)).toEqual(FIELDS)
    expect(body).toEqual({ ...before.subject, note: 'Bring the referral', updatedAt: body['updatedAt'] })
    expect(fixture.observe()).toEqual({ subject: body, bystander: before.bystander })
  })

  test('increases updatedAt even if nothing else changes and the clock stands still', async () => {
    const fixture = await lobbieFixture({}, { now: () => new Date(NOW) })
    const stamps = []
    for (let time = 0; time < 3; time += 1) stamps.push((await fixture.update({ note: 'same' })).body['updatedAt'])
    expect(stamps).toEqual(['2026-01-09T12:00:00Z', '2026-01-09T12:00:00.001Z', '2026-01-09T12:00:00.002Z'])
  })

  test('moves the end together with the start', async () => {
    const fixture = await lobbieFixture()
    const { body } = await fixture.update({ startTime: '2026-01-20T23:45:00-05:00' })
    expect(body).toMatchObject({ startTime: '2026-01-20T23:45:00-05:00', endTime: '2026-01-21T00:15:00-05:00' })
  })

  test('keeps every digit of a fraction of a second', async () => {
    const fixture = await lobbieFixture()
    const { body } = await fixture.update({ startTime: '2026-01-20T10:00:00.123456789Z' })
    expect(body).toMatchObject({
      startTime: '2026-01-20T05:00:00.123456789-05:00',
      endTime: '2026-01-20T05:30:00.123456789-05:00',
    })
  })

  test.each([
    ['a past start', { startTime: '1999-12-31T23:59:59Z' }],
    ['an empty note', { note: '' }],
    ['a note with a lone surrogate', '{"note":"\\ud800"}'],
    ['an integer written as 2.22e2', '{"note":"x","practitionerId":PRACTITIONER.0}'],
    ['a content type with a charset', { note: 'x' }, { 'content-type': 'application/json; charset=UTF-8' }],
  ])('can have %s', async (_what, body, headers?: Record<string, string>) => {
    const fixture = await lobbieFixture()
    const [practitioner] = fixture.values['practitionerId'] as number[]
    const sent = typeof body === 'string' ? body.replace('PRACTITIONER', String(practitioner)) : body
    expect((await fixture.update(sent, headers && { headers })).status).toBe(200)
  })
})

describe('Lobbie returns the start and the end with the UTC offset of the location', () => {
  test.each([
    ['America/New_York', '2026-03-08T06:59:00Z', '2026-03-08T01:59:00-05:00', '2026-03-08T03:29:00-04:00'],
    ['America/New_York', '2026-11-01T05:45:00Z', '2026-11-01T01:45:00-04:00', '2026-11-01T01:15:00-05:00'],
    ['Australia/Sydney', '2026-04-04T15:45:00Z', '2026-04-05T02:45:00+11:00', '2026-04-05T02:15:00+10:00'],
    ['Australia/Lord_Howe', '2026-04-04T14:45:00Z', '2026-04-05T01:45:00+11:00', '2026-04-05T01:45:00+10:30'],
    ['Asia/Kathmandu', '2026-07-01T00:00:00Z', '2026-07-01T05:45:00+05:45', '2026-07-01T06:15:00+05:45'],
    ['America/St_Johns', '2026-07-01T00:00:00Z', '2026-06-30T21:30:00-02:30', '2026-06-30T22:00:00-02:30'],
    ['Pacific/Chatham', '2026-07-01T00:00:00+12:45', '2026-07-01T00:00:00+12:45', '2026-07-01T00:30:00+12:45'],
    ['Europe/Dublin', '2026-07-01T00:00:00Z', '2026-07-01T01:00:00+01:00', '2026-07-01T01:30:00+01:00'],
    ['Africa/Casablanca', '2026-03-01T00:00:00Z', '2026-03-01T00:00:00+00:00', '2026-03-01T00:30:00+00:00'],
  ])('for the time zone %s and the start %s', async (zone, sent, startTime, endTime) => {
    const fixture = await lobbieFixture({ with: { zone } })
    expect((await fixture.update({ startTime: sent })).body).toMatchObject({ startTime, endTime })
  })
})

describe('Lobbie answers 400 to', () => {
  test.each([
    ['a note that is not a string', { note: 5 }],
    ['a null note', { note: null }],
    ['a practitionerId in quotes', { practitionerId: '222' }],
    ['a practitionerId with a fraction', { practitionerId: 222.5 }],
    ['a practitionerId that overflows', '{"practitionerId":1e999}'],
    ['a startTime that is a number', { startTime: 1_770_000_000 }],
    ['a startTime without an offset', { startTime: '2026-01-20T10:00:00' }],
    ['a startTime on 30 February', { startTime: '2026-02-30T10:00:00Z' }],
    ['a startTime with the hour 24', { startTime: '2026-01-20T24:00:00Z' }],
    ['a startTime with the offset +24:00', { startTime: '2026-01-20T10:00:00+24:00' }],
    ['a startTime with an offset without a colon', { startTime: '2026-01-20T10:00:00+0100' }],
    ['a startTime with a space in place of the T', { startTime: '2026-01-20 10:00:00Z' }],
    ['a startTime that moves the end into the year 10000', { startTime: '9999-12-31T23:45:00-05:00' }],
    ['an unknown status', { status: 'RESCHEDULED' }],
    ['a status in lower case', { status: 'confirmed' }],
    ['a null status', { status: null }],
    ['an unknown field', { note: 'x', endTime: '2026-01-20T10:00:00Z' }],
    ['a field named __proto__', '{"__proto__":{"note":"x"}}'],
    ['a field named constructor', '{"constructor":"x"}'],
    ['a repeated field', '{"note":"x","n\\u006fte":"y"}'],
    ['a body that is an empty object', {}],
    ['a body that is an array', []],
    ['the body null', 'null'],
    ['a body that is a string', '"note"'],
    ['malformed JSON', '{"note":"x",}'],
    ['a body with two JSON values', '{"note":"x"}{"note":"y"}'],
    ['a body with a byte order mark', '\uFEFF{"note":"x"}'],
    ['an empty body', ''],
  ])('%s', async (_what, sent) => {
    const fixture = await lobbieFixture()
    const before = fixture.observe()
    const { status, body } = await fixture.update(sent)
    expect(status).toBe(400)
    expect(Object.keys(body)).toEqual(['message'])
    expect(fixture.observe()).toEqual(before)
  })

  test.each([
    'text/plain',
    'application/merge-patch+json',
    'application/json, application/json',
    'application/json; charset=utf-16',
    '',
  ])('the content type "%s"', async (contentType) => {
    const fixture = await lobbieFixture()
    expect((await fixture.update({ note: 'x' }, { headers: { 'content-type': contentType } })).status).toBe(400)
  })

  test('a body that is not UTF-8', async () => {
    const fixture = await lobbieFixture()
    const { status } = await ask(fixture.sandbox.fetch, fixture.url, {
      method: 'PUT',
      headers: { authorization: `Bearer ${fixture.token}`, 'content-type': 'application/json' },
      body: new Uint8Array([0x7b, 0x22, 0x6e, 0x6f, 0x74, 0x65, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d]),
    })
    expect(status).toBe(400)
  })

  test.each(['007', '1e3', '+1', '0x10', '1.0', '-0', 'abc', '%20', '１２'])('the id %s in the path', async (text) => {
    const fixture = await lobbieFixture()
    for (const name of ['accountId', 'locationId', 'appointmentId']) {
      const { status } = await fixture.update({ note: 'x' }, { url: lobbieUrl({ ...fixture.path, [name]: text }) })
      expect(status).toBe(400)
    }
  })

  test('an invalid path, but 401 if the token is invalid too', async () => {
    const fixture = await lobbieFixture()
    const change = { url: lobbieUrl({ ...fixture.path, accountId: 'x' }), headers: { authorization: 'Bearer x' } }
    expect((await fixture.update({ note: 'x' }, change)).status).toBe(401)
  })
})

describe('the order of the checks of Lobbie', () => {
  test.each([
    ['accountId', 403],
    ['locationId', 403],
    ['appointmentId', 404],
  ])('an unknown %s gets a %i, even if the body is invalid', async (name, expected) => {
    const fixture = await lobbieFixture()
    for (const id of ['4', '-5', '0', '9223372036854775808', '9'.repeat(400)]) {
      const { status } = await fixture.update({ note: 5 }, { url: lobbieUrl({ ...fixture.path, [name]: id }) })
      expect(status).toBe(expected)
    }
  })

  test('a partner without access to the account gets a 403, even if the body is malformed', async () => {
    const fixture = await lobbieFixture()
    const { 'other-partner': otherPartner, 'no-grant': noGrant } = fixture.sandbox.partners.lobbie
    for (const { clientId, clientSecret } of [otherPartner, noGrant]) {
      const token = await fetchToken(fixture.sandbox.fetch, clientId, clientSecret)
      const answered = await fixture.update('{', { headers: { authorization: `Bearer ${token}` } })
      expect(answered.status).toBe(403)
    }
  })

  test.each(['GET', 'POST', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'])('the method %s gets a 405', async (method) => {
    const fixture = await lobbieFixture()
    const { status, headers } = await ask(fixture.sandbox.fetch, fixture.url, { method })
    expect(status).toBe(405)
    expect(headers.get('allow')).toBe('PUT')
  })

  test('an unknown path gets a 404 with the documented error body', async () => {
    const fixture = await lobbieFixture()
    for (const url of [`${fixture.url}/`, '/partner/v2', '/PARTNER/v2/account/1/location/1/appointment/1']) {
      const { status, body } = await fixture.update({ note: 'x' }, { url })
      expect([status, Object.keys(body)]).toEqual([404, ['message']])
    }
  })
})

describe('conflicting updates in Lobbie (409)', () => {
  const allowed: Readonly<Record<string, readonly string[]>> = {
    SCHEDULED: ['SCHEDULED', 'CONFIRMED', 'CHECKED_IN', 'CANCELLED', 'NO_SHOW'],
    CONFIRMED: ['CONFIRMED', 'SCHEDULED', 'CHECKED_IN', 'CANCELLED', 'NO_SHOW'],
    CHECKED_IN: ['CHECKED_IN', 'IN_TREATMENT', 'CANCELLED'],
    IN_TREATMENT: ['IN_TREATMENT', 'CHECKED_OUT'],
  }
  for (const from of APPOINTMENT_STATUSES) {
    test(`an appointment with the status ${from} can change to ${allowed[from]?.join(', ') ?? 'no other status'}`, async () => {
      for (const to of APPOINTMENT_STATUSES) {
        const fixture = await lobbieFixture({ with: { status: from } })
        const { status } = await fixture.update({ status: to })
        expect([to, status]).toEqual([to, allowed[from]?.includes(to) === true ? 200 : 409])
        expect(fixture.observe().subject).toMatchObject({ status: status === 200 ? to : from })
      }
    })
  }

  test('a note cannot be added to a closed appointment', async () => {
    for (const status of ['CHECKED_OUT', 'CANCELLED', 'NO_SHOW']) {
      const fixture = await lobbieFixture({ with: { status } })
      expect((await fixture.update({ note: 'late' })).status).toBe(409)
    }
  })

  test('an appointment cannot overlap another appointment, not even by a fraction of a second', async () => {
    const fixture = await lobbieFixture()
    const day = String(fixture.given['takenStartTime']).slice(0, 10)
    for (const [time, expected] of [
      ['12:30:00', 200],
      ['12:30:01', 409],
      ['12:30:00.000000001', 409],
      ['13:00:00', 409],
      ['13:29:59.999', 409],
      ['13:30:00', 200],
    ] as const) {
      expect([time, (await fixture.update({ startTime: `${day}T${time}-05:00` })).status]).toEqual([time, expected])
    }
  })

  test('an update that moves an appointment to a free practitioner is accepted, even if the new time overlaps another appointment of the previous practitioner', async () => {
    const fixture = await lobbieFixture()
    const [free] = fixture.values['practitionerId'] as number[]
    const body = { startTime: fixture.given['takenStartTime'], practitionerId: free }
    expect((await fixture.update(body)).status).toBe(200)
  })

  test('an update that cancels the appointment may overlap other appointments', async () => {
    const fixture = await lobbieFixture()
    const body = { startTime: fixture.given['takenStartTime'], status: 'CANCELLED' }
    expect((await fixture.update(body)).status).toBe(200)
  })

  test('a refused update changes nothing', async () => {
    const fixture = await lobbieFixture()
    const before = fixture.observe()
    const body = { note: 'trace', status: 'CONFIRMED', startTime: fixture.given['takenStartTime'] }
    expect((await fixture.update(body)).status).toBe(409)
    expect(fixture.observe()).toEqual(before)
  })
})
