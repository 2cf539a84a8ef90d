import { describe, expect, test } from 'vitest'
import { createIdentities } from '../../sandbox/fixtures/identities.ts'
import { lobbieIds } from '../../sandbox/lobbie/fixture.ts'
import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts'
import { anivaFixture, ask, lobbieFixture, NOW } from './support.ts'

const askState = (sandbox: Sandbox, body: unknown) =>
  ask(sandbox.fetch, '/__sandbox/states', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

const LOBBIE = { api: 'lobbie', state: 'appointment', caseId: 'one' }

describe('POST /__sandbox/states', () => {
  test('creates a fixture, and returns the URLs to read its stored data and to delete the fixture', async () => {
    const sandbox = createSandbox({ now: NOW })
    const { status, body } = await askState(sandbox, { ...LOBBIE, with: { status: 'CONFIRMED' } })
    expect(status).toBe(200)
    expect(Object.keys(body)).toEqual(['path', 'values', 'given', 'credentials', 'observe', 'release'])
    const seen = await ask(sandbox.fetch, String(body['observe']))
    expect(seen.body).toMatchObject({ subject: { status: 'CONFIRMED' }, bystander: { status: 'CONFIRMED' } })
    expect((await ask(sandbox.fetch, String(body['release']), { method: 'DELETE' })).status).toBe(200)
    expect((await ask(sandbox.fetch, String(body['observe']))).status).toBe(404)
  })

  test('supplies the credentials of every role', async () => {
    const sandbox = createSandbox({ now: NOW })
    const typesOf = async (api: string) => {
      const { body } = await askState(sandbox, { api, state: 'appointment', caseId: 'roles' })
      const credentials = body['credentials'] as Record<string, { type: string }>
      return Object.fromEntries(Object.entries(credentials).map(([role, { type }]) => [role, type]))
    }
    expect(await typesOf('lobbie')).toEqual({
      partner: 'oauth2',
      'other-partner': 'oauth2',
      'no-grant': 'oauth2',
      revoked: 'bearer',
      unknown: 'bearer',
      unsigned: 'bearer',
      'wrong-signer': 'bearer',
      expired: 'bearer',
      'not-yet-valid': 'bearer',
      'wrong-audience': 'bearer',
    })
    expect(await typesOf('aniva')).toEqual({
      partner: 'apiKey',
      'other-partner': 'apiKey',
      'no-scope': 'apiKey',
      revoked: 'apiKey',
      unknown: 'apiKey',
    })
  })

  test.each([
    ['an unknown API', { ...LOBBIE, api: 'acme' }, 'api'],
    ['an unknown state', { ...LOBBIE, state: 'chaos' }, 'chaos'],
    ['a state named __proto__', { ...LOBBIE, state: '__proto__' }, '__proto__'],
    ['an unknown option', { ...LOBBIE, with: { colour: 'red' } }, 'colour'],
    ['a value that is not allowed', { ...LOBBIE, with: { status: 'LOST' } }, 'status'],
    ['an unknown zone', { ...LOBBIE, with: { zone: 'Mars/Olympus' } }, 'zone'],
    ['an option of another state of Lobbie', { ...LOBBIE, state: 'no-appointment', with: { zone: 'UTC' } }, 'zone'],
    [
      'an option of another state of Aniva',
      { api: 'aniva', state: 'no-appointment', with: { sex: 1 }, caseId: 'x' },
      'sex',
    ],
    ['a missing caseId', { api: 'lobbie', state: 'appointment' }, 'caseId'],
    ['an unknown property', { ...LOBBIE, extra: 1 }, 'may contain only'],
    ['an array', [], 'object'],
    ['malformed JSON', '{', 'JSON'],
  ])('refuses %s and names the mistake', async (_what, sent, named) => {
    const { status, body } = await askState(createSandbox({ now: NOW }), sent)
    expect(status).toBe(400)
    expect(body['message']).toContain(named)
  })

  test('answers 404 if the control endpoints are switched off', async () => {
    const sandbox = createSandbox({ control: false })
    expect((await askState(sandbox, LOBBIE)).status).toBe(404)
    expect((await sandbox.fetch('/__sandbox/status')).status).toBe(404)
  })

  test('answers 404 to a request from another machine', async () => {
    const sandbox = createSandbox()
    const health = () => new Request('http://sandbox.example/__sandbox/status')
    expect((await sandbox.handle(health(), '::ffff:127.0.0.1')).status).toBe(200)
    expect((await sandbox.handle(health(), '192.0.2.7')).status).toBe(404)
  })
})

describe('a fixture', () => {
  test('has ids that depend only on the seed and the case id', async () => {
    const one = await lobbieFixture({ caseId: 'a' })
    const busy = createSandbox({ now: NOW })
    await lobbieFixture({ caseId: 'b' }, busy)
    const again = await lobbieFixture({ caseId: 'a' }, busy)
    expect([again.path, again.values, again.given]).toEqual([one.path, one.values, one.given])
    expect((await lobbieFixture({ caseId: 'a' }, { seed: 2 })).path).not.toEqual(one.path)
  })

  test('has values that depend on the day of its creation, but not on the time of day', async () => {
    let now = Date.parse(NOW)
    const sandbox = createSandbox({ now: () => new Date(now) })
    const first = await anivaFixture({}, sandbox)
    now += 23 * 3_600_000
    expect((await anivaFixture({}, sandbox)).given).toEqual(first.given)
    now += 3_600_000
    expect((await anivaFixture({}, sandbox)).given['scheduled_at']).not.toBe(first.given['scheduled_at'])
  })

  test('shares no id with ten thousand other fixtures', async () => {
    const identities = createIdentities(1)
    const ids = Array.from({ length: 10_000 }, (_, index) => lobbieIds({ identities }, `case ${index}`))
    const all = ids.flatMap((each) => Object.values(each))
    expect(all.every((id) => Number.isSafeInteger(id))).toBe(true)
    expect(new Set(all).size).toBe(all.length)
    const { account, location, appointment } = lobbieIds({ identities }, 'case')
    const { path } = await lobbieFixture({ caseId: 'case' })
    expect(path).toEqual({ accountId: account, locationId: location, appointmentId: appointment })
  })

  test('does not change if another fixture is updated and released', async () => {
    const sandbox = createSandbox({ now: NOW })
    const [one, other] = [await lobbieFixture({ caseId: 'a' }, sandbox), await lobbieFixture({ caseId: 'b' }, sandbox)]
    const before = other.observe()
    await one.update({ note: 'x', startTime: one.given['precedingStartTime'] })
    one.release()
    expect(other.observe()).toEqual(before)
  })

  test('has its initial values again after it is created a second time', async () => {
    const sandbox = createSandbox({ now: NOW })
    const fixture = await lobbieFixture({}, sandbox)
    await fixture.update({ note: 'before' })
    const again = await lobbieFixture({ with: { status: 'CHECKED_IN' } }, sandbox)
    expect(again.observe().subject).toMatchObject({ note: 'Annual checkup', status: 'CHECKED_IN' })
    expect(again.path).toEqual(fixture.path)
  })

  test('no longer exists after a thousand further fixtures were created', async () => {
    const sandbox = createSandbox({ now: NOW })
    const establish = (caseId: string) => sandbox.establish({ api: 'lobbie', state: 'appointment', caseId })
    const [first, second] = [await establish('first'), await establish('second')]
    for (let index = 0; index < 999; index += 1) await establish(`later ${index}`)
    expect(first.observe().subject).toBeNull()
    expect(second.observe().subject).not.toBeNull()
  })

  test('no longer exists after its release', async () => {
    const lobbie = await lobbieFixture()
    lobbie.release()
    expect((await lobbie.update({ note: 'x' })).status).toBe(403)
    const aniva = await anivaFixture()
    aniva.release()
    expect((await aniva.update({ scheduled_at: '2026-02-01T09:00:00Z' })).status).toBe(404)
  })
})
