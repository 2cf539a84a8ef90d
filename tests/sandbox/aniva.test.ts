import { describe, expect, test } from 'vitest'
import { anivaFixture, ask, NOW } from './support.ts'

describe('an accepted update', () => {
  test('changes what is sent and nothing else', async () => {
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

  test('keeps the instant when only the location changes, and shows it at the new offset', async () => {
    const fixture = await anivaFixture()
    const [helsinki] = fixture.values['location_id'] as string[]
    expect((await fixture.update({ location_id: helsinki })).body).toMatchObject({
      location_id: helsinki,
      scheduled_at: '2026-01-16T10:00:00+02:00',
    })
  })

  test('takes both fields at once', async () => {
    const fixture = await anivaFixture()
    const [helsinki] = fixture.values['location_id'] as string[]
    const sent = { scheduled_at: '2026-07-01T12:00:00+02:00', location_id: helsinki?.toUpperCase() }
    expect((await fixture.update(sent)).body).toMatchObject({
      location_id: helsinki,
      scheduled_at: '2026-07-01T13:00:00+03:00',
    })
  })

  test('sets updated_at, and moves it forward with the next though the clock stands still', async () => {
    const fixture = await anivaFixture({}, { now: () => new Date(NOW) })
    expect(fixture.observe().subject).toMatchObject({ updated_at: null })
    const sent = { scheduled_at: '2026-02-01T09:00:00Z' }
    expect((await fixture.update(sent)).body['updated_at']).toBe('2026-01-09T12:00:00Z')
    expect((await fixture.update(sent)).body['updated_at']).toBe('2026-01-09T12:00:00.001Z')
  })

  test('embeds the profile, hides the cancelled panel, and lists the oldest shipment first', async () => {
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

  test('of a home kit has no location and shows Z', async () => {
    const fixture = await anivaFixture({ with: { method: 'home' } })
    const { body } = await fixture.update({ scheduled_at: '2026-07-01T12:00:00+02:00' })
    expect(body).toMatchObject({ location_id: null, scheduled_at: '2026-07-01T10:00:00Z' })
  })

  test('at a location without a zone shows Z', async () => {
    const fixture = await anivaFixture({ with: { zone: null } })
    const { body } = await fixture.update({ scheduled_at: '2026-07-01T12:00:00+02:00' })
    expect(body).toMatchObject({ scheduled_at: '2026-07-01T10:00:00Z' })
  })

  test.each(['pending', 'confirmed'])('of a %s appointment leaves the status', async (status) => {
    const fixture = await anivaFixture({ with: { status } })
    expect((await fixture.update({ scheduled_at: '2026-02-01T09:00:00Z' })).body['status']).toBe(status)
  })

  test('accepts the id in upper case and answers in lower case', async () => {
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

describe('400', () => {
  test.each([
    ['a naive time', { scheduled_at: '2026-02-01T09:00:00' }],
    ['this very moment', { scheduled_at: NOW }],
    ['a past that is ahead on the wall', { scheduled_at: '2026-01-10T01:59:59+14:00' }],
    ['30 February', { scheduled_at: '2026-02-30T09:00:00Z' }],
    ['a basic format', { scheduled_at: '20260201T090000Z' }],
    ['a number', { scheduled_at: 1_800_000_000 }],
    ['a null time', { scheduled_at: null }],
    ['a null location', { location_id: null }],
    ['a location that is no UUID', { location_id: 'berlin' }],
    ['a location with urn:uuid:', { location_id: 'urn:uuid:0b000000-0000-4000-8000-000000000001' }],
    ['an unknown field', { status: 'cancelled' }],
    ['__proto__', '{"__proto__":null}'],
    ['a field twice', '{"scheduled_at":"2026-02-01T09:00:00Z","scheduled_at":"2026-02-02T09:00:00Z"}'],
    ['an empty object', {}],
    ['an array', []],
    ['malformed JSON', '{'],
    ['an empty body', ''],
    ['a time that the location shows in the year 10000', { scheduled_at: '9999-12-31T23:30:00Z' }],
  ])('%s', async (_what, sent) => {
    const fixture = await anivaFixture({}, { now: () => new Date(NOW) })
    const before = fixture.observe()
    const { status, body } = await fixture.update(sent)
    expect(status).toBe(400)
    expect(Object.keys(body)).toEqual(['error'])
    expect(fixture.observe()).toEqual(before)
  })

  test('a millisecond from now is in the future', async () => {
    const fixture = await anivaFixture({}, { now: () => new Date(NOW) })
    expect((await fixture.update({ scheduled_at: '2026-01-09T12:00:00.001Z' })).status).toBe(200)
  })

  test.each(['1', 'x', '5b7c1d90-42fe-4a63-8d1e-9c20f6a7b31', '5b7c1d9042fe4a638d1e9c20f6a7b314'])(
    'the id %s, before the body is looked at and after the key',
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

describe('403 is Forbidden, and never 401', () => {
  test.each(['other-partner', 'no-scope', 'unknown', 'revoked'])('%s', async (role) => {
    const fixture = await anivaFixture()
    const credential = fixture.credentials[role]
    const headers = { 'x-api-key': credential?.type === 'apiKey' ? credential.value : '' }
    const { status, text } = await fixture.update({ scheduled_at: '2026-02-01T09:00:00Z' }, { headers })
    expect([status, text]).toEqual([403, '{"error":"Forbidden"}'])
  })

  test('no key', async () => {
    const fixture = await anivaFixture()
    const { status, text } = await ask(fixture.sandbox.fetch, fixture.url, { method: 'PATCH' })
    expect([status, text]).toEqual([403, '{"error":"Forbidden"}'])
  })
})

describe('the order of the checks', () => {
  test('409 comes before a past time and before the location, and after a bad body', async () => {
    for (const status of ['blood_drawn', 'cancelled']) {
      const fixture = await anivaFixture({ with: { status } })
      const before = fixture.observe()
      expect((await fixture.update({ scheduled_at: '2020-01-01T00:00:00Z' })).status).toBe(409)
      expect((await fixture.update({ location_id: fixture.given['unknownLocation'] })).status).toBe(409)
      expect((await fixture.update({ scheduled_at: 'x' })).status).toBe(400)
      expect(fixture.observe()).toEqual(before)
    }
  })

  test('a past time comes before an unknown location', async () => {
    const fixture = await anivaFixture()
    const sent = { scheduled_at: '2020-01-01T00:00:00Z', location_id: fixture.given['unknownLocation'] }
    expect((await fixture.update(sent)).status).toBe(400)
  })

  test.each(['GET', 'PUT', 'POST', 'DELETE', 'HEAD', 'OPTIONS'])('%s is 405', async (method) => {
    const fixture = await anivaFixture()
    const { status, headers } = await ask(fixture.sandbox.fetch, fixture.url, { method })
    expect([status, headers.get('allow')]).toEqual([405, 'PATCH'])
  })
})
