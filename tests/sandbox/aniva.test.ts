import { describe, expect, test } from 'vitest'
import { anivaFixture, ask, NOW } from './support.ts'

describe('an accepted update of Aniva', () => {
  test('changes only the fields that were sent', async () => {
    const fixture = await anivaFixture()
    const before = fixture.observe()
    const { status, body } = await fixture.update({ scheduled_at: '2026-02-01T09:00:00Z' })
    expect(status).toBe(200)
    expect(body).toEqual({
      ...before.subject,
      scheduled_at: '2026-02-01T10:00:00+01:00',
      updated_at: expect.stringMatching(/Z$/),
    })
    expect(fixture.observe()).toEqual({ subject: body, bystander: before.bystander })
  })

  test('that changes only the location keeps the instant, and returns it with the UTC offset of the new location', async () => {
    const fixture = await anivaFixture()
    const [helsinki] = fixture.values['location_id'] as string[]
    expect((await fixture.update({ location_id: helsinki })).body).toMatchObject({
      location_id: helsinki,
      scheduled_at: '2026-01-16T10:00:00+02:00',
    })
  })

  test('can change the time and the location at once', async () => {
    const fixture = await anivaFixture()
    const [helsinki] = fixture.values['location_id'] as string[]
    const sent = { scheduled_at: '2026-07-01T12:00:00+02:00', location_id: helsinki?.toUpperCase() }
    expect((await fixture.update(sent)).body).toMatchObject({
      location_id: helsinki,
      scheduled_at: '2026-07-01T13:00:00+03:00',
    })
  })

  test('increases updated_at, even if the clock has not moved since the previous update', async () => {
    const fixture = await anivaFixture({}, { now: () => new Date(NOW) })
    expect(fixture.observe().subject).toMatchObject({ updated_at: null })
    const sent = { scheduled_at: '2026-02-01T09:00:00Z' }
    expect((await fixture.update(sent)).body['updated_at']).toBe('2026-01-09T12:00:00Z')
    expect((await fixture.update(sent)).body['updated_at']).toBe('2026-01-09T12:00:00.001Z')
  })

  test('returns the profile, the panels that are not cancelled, and the shipments from oldest to newest', async () => {
    const fixture = await anivaFixture()
    const { body } = await fixture.update({ scheduled_at: '2026-02-01T09:00:00Z' })
    const { profile, profile_id, panels, shipments } = body
    expect(profile).toMatchObject({ id: profile_id })
    const [hidden] = fixture.given['hiddenPanels'] as string[]
    expect(panels).toHaveLength(2)
    expect(JSON.stringify(panels)).not.toContain(hidden)
    const added = (shipments as readonly { added_at: string }[]).map(({ added_at }) => added_at)
    expect(added).toHaveLength(2)
    expect(added).toEqual(added.toSorted())
  })

  test('of a home kit returns no location, and a time that ends with Z', async () => {
    const fixture = await anivaFixture({ with: { method: 'home' } })
    const { body } = await fixture.update({ scheduled_at: '2026-07-01T12:00:00+02:00' })
    expect(body).toMatchObject({ location_id: null, scheduled_at: '2026-07-01T10:00:00Z' })
  })

  test('at a location without a time zone returns a time that ends with Z', async () => {
    const fixture = await anivaFixture({ with: { zone: null } })
    const { body } = await fixture.update({ scheduled_at: '2026-07-01T12:00:00+02:00' })
    expect(body).toMatchObject({ scheduled_at: '2026-07-01T10:00:00Z' })
  })

  test.each(['pending', 'confirmed'])('of a %s appointment does not change the status', async (status) => {
    const fixture = await anivaFixture({ with: { status } })
    expect((await fixture.update({ scheduled_at: '2026-02-01T09:00:00Z' })).body['status']).toBe(status)
  })

  test('accepts an id in upper case, and returns the id in lower case', async () => {
    const fixture = await anivaFixture()
    const id = String(fixture.given['upperCaseId'])
    const { body } = await fixture.update(
      { scheduled_at: '2026-02-01T09:00:00Z' },
      { url: `/api/v1/appointments/${id}` },
    )
    expect(body['id']).toBe(id.toLowerCase())
    expect(id).not.toBe(id.toLowerCase())
  })
})

describe('Aniva answers 400 to', () => {
  test.each([
    ['a time without an offset', { scheduled_at: '2026-02-01T09:00:00' }],
    ['the current instant', { scheduled_at: NOW }],
    ['a past time whose offset makes it look later than now', { scheduled_at: '2026-01-10T01:59:59+14:00' }],
    ['a time on 30 February', { scheduled_at: '2026-02-30T09:00:00Z' }],
    ['a time in the basic format of ISO 8601', { scheduled_at: '20260201T090000Z' }],
    ['a time that is a number', { scheduled_at: 1_800_000_000 }],
    ['a null time', { scheduled_at: null }],
    ['a null location', { location_id: null }],
    ['a location that is not a UUID', { location_id: 'berlin' }],
    ['a location id with the prefix urn:uuid:', { location_id: 'urn:uuid:0b000000-0000-4000-8000-000000000001' }],
    ['an unknown field', { status: 'cancelled' }],
    ['a field named __proto__', '{"__proto__":null}'],
    ['a repeated field', '{"scheduled_at":"2026-02-01T09:00:00Z","scheduled_at":"2026-02-02T09:00:00Z"}'],
    ['a body that is an empty object', {}],
    ['a body that is an array', []],
    ['malformed JSON', '{'],
    ['an empty body', ''],
    ['a time that is in the year 10000 in the zone of the location', { scheduled_at: '9999-12-31T23:30:00Z' }],
  ])('%s', async (_what, sent) => {
    const fixture = await anivaFixture({}, { now: () => new Date(NOW) })
    const before = fixture.observe()
    const { status, body } = await fixture.update(sent)
    expect(status).toBe(400)
    expect(Object.keys(body)).toEqual(['error'])
    expect(fixture.observe()).toEqual(before)
  })

  test('the current time, but 200 to a time one millisecond later', async () => {
    const fixture = await anivaFixture({}, { now: () => new Date(NOW) })
    expect((await fixture.update({ scheduled_at: '2026-01-09T12:00:00.001Z' })).status).toBe(200)
  })

  test.each(['1', 'x', '5b7c1d90-42fe-4a63-8d1e-9c20f6a7b31', '5b7c1d9042fe4a638d1e9c20f6a7b314'])(
    'the malformed id %s, which Aniva checks after the API key and before the body',
    async (id) => {
      const fixture = await anivaFixture()
      const url = `/api/v1/appointments/${id}`
      expect((await fixture.update('{', { url })).status).toBe(400)
      expect((await fixture.update('{', { url, headers: { 'x-api-key': 'x' } })).status).toBe(403)
    },
  )

  test('a location for a home kit', async () => {
    const fixture = await anivaFixture({ with: { method: 'home' } })
    expect((await fixture.update({ location_id: fixture.given['activeLocation'] })).status).toBe(400)
  })
})

describe('Aniva answers 403 and not 401 to', () => {
  test.each(['other-partner', 'no-scope', 'unknown', 'revoked'])('the key of the role %s', async (role) => {
    const fixture = await anivaFixture()
    const credential = fixture.credentials[role]
    const headers = { 'x-api-key': credential?.type === 'apiKey' ? credential.value : '' }
    const { status, text } = await fixture.update({ scheduled_at: '2026-02-01T09:00:00Z' }, { headers })
    expect([status, text]).toEqual([403, '{"error":"Forbidden"}'])
  })

  test('a request without a key', async () => {
    const fixture = await anivaFixture()
    const { status, text } = await ask(fixture.sandbox.fetch, fixture.url, { method: 'PATCH' })
    expect([status, text]).toEqual([403, '{"error":"Forbidden"}'])
  })
})

describe('the order of the checks of Aniva', () => {
  test('for a closed appointment, a malformed update gets a 400, and a past time or an unknown location gets a 409', async () => {
    for (const status of ['blood_drawn', 'cancelled']) {
      const fixture = await anivaFixture({ with: { status } })
      const before = fixture.observe()
      expect((await fixture.update({ scheduled_at: '2020-01-01T00:00:00Z' })).status).toBe(409)
      expect((await fixture.update({ location_id: fixture.given['unknownLocation'] })).status).toBe(409)
      expect((await fixture.update({ scheduled_at: 'x' })).status).toBe(400)
      expect(fixture.observe()).toEqual(before)
    }
  })

  test('a request with a past time and an unknown location gets the 400 for the past time', async () => {
    const fixture = await anivaFixture()
    const sent = { scheduled_at: '2020-01-01T00:00:00Z', location_id: fixture.given['unknownLocation'] }
    expect((await fixture.update(sent)).status).toBe(400)
  })

  test.each(['GET', 'PUT', 'POST', 'DELETE', 'HEAD', 'OPTIONS'])('the method %s gets a 405', async (method) => {
    const fixture = await anivaFixture()
    const { status, headers } = await ask(fixture.sandbox.fetch, fixture.url, { method })
    expect([status, headers.get('allow')]).toEqual([405, 'PATCH'])
  })
})
