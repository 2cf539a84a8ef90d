import { describe, expect, test } from 'vitest'
import { APPOINTMENT_STATUSES } from '../../sandbox/lobbie/appointment.ts'
import { ask, fetchToken, lobbieIsland, lobbieUrl, NOW } from './support.ts'

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

describe('an accepted update', () => {
  test('changes what is sent and nothing else', async () => {
    const island = await lobbieIsland()
    const before = island.observe()
    const { status, headers, body } = await island.update({ note: 'Bring the referral' })
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/json')
    expect(Object.keys(body)).toEqual(FIELDS)
    expect(body).toEqual({ ...before.subject, note: 'Bring the referral', updatedAt: body['updatedAt'] })
    expect(island.observe()).toEqual({ subject: body, bystander: before.bystander })
  })

  test('moves updatedAt forward even when nothing changes and the clock stands still', async () => {
    const island = await lobbieIsland({}, { now: () => new Date(NOW) })
    const stamps = []
    for (let time = 0; time < 3; time += 1) stamps.push((await island.update({ note: 'same' })).body['updatedAt'])
    expect(stamps).toEqual(['2026-01-09T12:00:00Z', '2026-01-09T12:00:00.001Z', '2026-01-09T12:00:00.002Z'])
  })

  test('takes the end along with the start', async () => {
    const island = await lobbieIsland()
    const { body } = await island.update({ startTime: '2026-01-20T23:45:00-05:00' })
    expect(body).toMatchObject({ startTime: '2026-01-20T23:45:00-05:00', endTime: '2026-01-21T00:15:00-05:00' })
  })

  test('keeps fractions of a second to the last digit', async () => {
    const island = await lobbieIsland()
    const { body } = await island.update({ startTime: '2026-01-20T10:00:00.123456789Z' })
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
  ])('takes %s', async (_what, body, headers?: Record<string, string>) => {
    const island = await lobbieIsland()
    const [practitioner] = island.values['practitionerId'] as number[]
    const sent = typeof body === 'string' ? body.replace('PRACTITIONER', String(practitioner)) : body
    expect((await island.update(sent, headers && { headers })).status).toBe(200)
  })
})

describe('times come back in the location’s own offset', () => {
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
  ])('%s at %s', async (zone, sent, startTime, endTime) => {
    const island = await lobbieIsland({ with: { zone } })
    expect((await island.update({ startTime: sent })).body).toMatchObject({ startTime, endTime })
  })
})

describe('400', () => {
  test.each([
    ['a note that is no string', { note: 5 }],
    ['a null note', { note: null }],
    ['a practitionerId in quotes', { practitionerId: '222' }],
    ['a practitionerId with a fraction', { practitionerId: 222.5 }],
    ['a practitionerId beyond all numbers', '{"practitionerId":1e999}'],
    ['a startTime that is a number', { startTime: 1_770_000_000 }],
    ['a naive startTime', { startTime: '2026-01-20T10:00:00' }],
    ['30 February', { startTime: '2026-02-30T10:00:00Z' }],
    ['an hour of 24', { startTime: '2026-01-20T24:00:00Z' }],
    ['an offset of +24:00', { startTime: '2026-01-20T10:00:00+24:00' }],
    ['an offset without a colon', { startTime: '2026-01-20T10:00:00+0100' }],
    ['a blank for the T', { startTime: '2026-01-20 10:00:00Z' }],
    ['a start that ends beyond the year 9999', { startTime: '9999-12-31T23:45:00-05:00' }],
    ['an unknown status', { status: 'RESCHEDULED' }],
    ['a status in lower case', { status: 'confirmed' }],
    ['a null status', { status: null }],
    ['an unknown field', { note: 'x', endTime: '2026-01-20T10:00:00Z' }],
    ['__proto__', '{"__proto__":{"note":"x"}}'],
    ['constructor', '{"constructor":"x"}'],
    ['a field twice', '{"note":"x","n\\u006fte":"y"}'],
    ['an empty object', {}],
    ['an array', []],
    ['null', 'null'],
    ['a string', '"note"'],
    ['malformed JSON', '{"note":"x",}'],
    ['two values', '{"note":"x"}{"note":"y"}'],
    ['a byte order mark', '\uFEFF{"note":"x"}'],
    ['an empty body', ''],
  ])('%s', async (_what, sent) => {
    const island = await lobbieIsland()
    const before = island.observe()
    const { status, body } = await island.update(sent)
    expect(status).toBe(400)
    expect(Object.keys(body)).toEqual(['message'])
    expect(island.observe()).toEqual(before)
  })

  test.each([
    'text/plain',
    'application/merge-patch+json',
    'application/json, application/json',
    'application/json; charset=utf-16',
    '',
  ])('content type "%s"', async (contentType) => {
    const island = await lobbieIsland()
    expect((await island.update({ note: 'x' }, { headers: { 'content-type': contentType } })).status).toBe(400)
  })

  test('a body that is no UTF-8', async () => {
    const island = await lobbieIsland()
    const { status } = await ask(island.sandbox.fetch, island.url, {
      method: 'PUT',
      headers: { authorization: `Bearer ${island.token}`, 'content-type': 'application/json' },
      body: new Uint8Array([0x7b, 0x22, 0x6e, 0x6f, 0x74, 0x65, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d]),
    })
    expect(status).toBe(400)
  })

  test.each(['007', '1e3', '+1', '0x10', '1.0', '-0', 'abc', '%20', '１２'])('path integer %s', async (text) => {
    const island = await lobbieIsland()
    for (const name of ['accountId', 'locationId', 'appointmentId']) {
      const { status } = await island.update({ note: 'x' }, { url: lobbieUrl({ ...island.path, [name]: text }) })
      expect(status).toBe(400)
    }
  })

  test('a bad path with a bad token is still 401', async () => {
    const island = await lobbieIsland()
    const change = { url: lobbieUrl({ ...island.path, accountId: 'x' }), headers: { authorization: 'Bearer x' } }
    expect((await island.update({ note: 'x' }, change)).status).toBe(401)
  })
})

describe('the doors', () => {
  test.each([
    ['accountId', 403],
    ['locationId', 403],
    ['appointmentId', 404],
  ])('%s that nobody has is %i', async (name, expected) => {
    const island = await lobbieIsland()
    for (const id of ['4', '-5', '0', '9223372036854775808', '9'.repeat(400)]) {
      const { status } = await island.update({ note: 5 }, { url: lobbieUrl({ ...island.path, [name]: id }) })
      expect(status).toBe(expected)
    }
  })

  test('a partner without a grant, or whose grant was withdrawn, is 403 before the body is looked at', async () => {
    const island = await lobbieIsland()
    const { stranger, ungranted } = island.sandbox.partners.lobbie
    for (const { clientId, clientSecret } of [stranger, ungranted]) {
      const token = await fetchToken(island.sandbox.fetch, clientId, clientSecret)
      const answered = await island.update('{', { headers: { authorization: `Bearer ${token}` } })
      expect(answered.status).toBe(403)
    }
  })

  test.each(['GET', 'POST', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'])('%s is 405', async (method) => {
    const island = await lobbieIsland()
    const { status, headers } = await ask(island.sandbox.fetch, island.url, { method })
    expect(status).toBe(405)
    expect(headers.get('allow')).toBe('PUT')
  })

  test('an unknown path is 404 in the shape of the errors', async () => {
    const island = await lobbieIsland()
    for (const url of [`${island.url}/`, '/partner/v2', '/PARTNER/v2/account/1/location/1/appointment/1']) {
      const { status, body } = await island.update({ note: 'x' }, { url })
      expect([status, Object.keys(body)]).toEqual([404, ['message']])
    }
  })
})

describe('409', () => {
  const allowed: Readonly<Record<string, readonly string[]>> = {
    SCHEDULED: ['SCHEDULED', 'CONFIRMED', 'CHECKED_IN', 'CANCELLED', 'NO_SHOW'],
    CONFIRMED: ['CONFIRMED', 'SCHEDULED', 'CHECKED_IN', 'CANCELLED', 'NO_SHOW'],
    CHECKED_IN: ['CHECKED_IN', 'IN_TREATMENT', 'CANCELLED'],
    IN_TREATMENT: ['IN_TREATMENT', 'CHECKED_OUT'],
  }
  for (const from of APPOINTMENT_STATUSES) {
    test(`${from} goes to ${allowed[from]?.join(', ') ?? 'nothing'}`, async () => {
      for (const to of APPOINTMENT_STATUSES) {
        const island = await lobbieIsland({ with: { status: from } })
        const { status } = await island.update({ status: to })
        expect([to, status]).toEqual([to, allowed[from]?.includes(to) === true ? 200 : 409])
        expect(island.observe().subject).toMatchObject({ status: status === 200 ? to : from })
      }
    })
  }

  test('a note on a closed appointment', async () => {
    for (const status of ['CHECKED_OUT', 'CANCELLED', 'NO_SHOW']) {
      const island = await lobbieIsland({ with: { status } })
      expect((await island.update({ note: 'late' })).status).toBe(409)
    }
  })

  test('a minute into another appointment, from either side', async () => {
    const island = await lobbieIsland()
    const day = String(island.given['takenStartTime']).slice(0, 10)
    for (const [time, expected] of [
      ['12:30:00', 200],
      ['12:30:01', 409],
      ['12:30:00.000000001', 409],
      ['13:00:00', 409],
      ['13:29:59.999', 409],
      ['13:30:00', 200],
    ] as const) {
      expect([time, (await island.update({ startTime: `${day}T${time}-05:00` })).status]).toEqual([time, expected])
    }
  })

  test('the new practitioner’s time counts, not the old one’s', async () => {
    const island = await lobbieIsland()
    const [free] = island.values['practitionerId'] as number[]
    const body = { startTime: island.given['takenStartTime'], practitionerId: free }
    expect((await island.update(body)).status).toBe(200)
  })

  test('a cancellation may lie in a slot that is taken', async () => {
    const island = await lobbieIsland()
    const body = { startTime: island.given['takenStartTime'], status: 'CANCELLED' }
    expect((await island.update(body)).status).toBe(200)
  })

  test('nothing of a refused update is kept', async () => {
    const island = await lobbieIsland()
    const before = island.observe()
    const body = { note: 'trace', status: 'CONFIRMED', startTime: island.given['takenStartTime'] }
    expect((await island.update(body)).status).toBe(409)
    expect(island.observe()).toEqual(before)
  })
})
