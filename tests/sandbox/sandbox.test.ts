import { expect, test } from 'vitest'
import { FAULTS } from '../../sandbox/faults.ts'
import { createSandbox } from '../../sandbox/sandbox.ts'
import { anivaFixture, ask, lobbieFixture, lobbieUrl, NOW } from './support.ts'

test('two sandboxes share no data', async () => {
  const still = { now: () => new Date(NOW) }
  const [one, other] = [await lobbieFixture({}, still), await lobbieFixture({}, still)]
  await one.update({ note: 'only here' })
  expect(other.observe().subject).toMatchObject({ note: 'Annual checkup' })
  // All sandboxes of a process use the same key pair, so the token of one sandbox is valid for another.
  expect((await other.update({ note: 'x' }, { headers: { authorization: `Bearer ${one.token}` } })).status).toBe(200)
})

test('the `fetch` of a sandbox accepts a string, a URL and a Request, and rejects an aborted request', async () => {
  const { fetch } = createSandbox()
  const url = 'http://anywhere.example/__sandbox/status'
  for (const input of [url, new URL(url), new Request(url), '/__sandbox/status']) {
    expect((await fetch(input)).status).toBe(200)
  }
  await expect(fetch(url, { signal: AbortSignal.abort() })).rejects.toThrow('abort')
})

test('a new sandbox contains the demo data, and a reset restores the demo data', async () => {
  const sandbox = createSandbox({ now: NOW })
  const { aniva, lobbie } = sandbox.demo
  expect(lobbieUrl(lobbie.path)).toBe('/partner/v2/account/7/location/111/appointment/12345')
  const key = { 'x-api-key': sandbox.partners.aniva.partner.value, 'content-type': 'application/json' }
  const update = () =>
    ask(sandbox.fetch, `/api/v1/appointments/${aniva.path['id']}`, {
      method: 'PATCH',
      headers: key,
      body: JSON.stringify({ location_id: aniva.given['activeLocation'] }),
    })
  const first = await update()
  expect(first).toMatchObject({ status: 200, body: { location_id: aniva.given['activeLocation'] } })
  expect((await update()).body['updated_at']).not.toBe(first.body['updated_at'])
  sandbox.reset()
  expect(await update()).toMatchObject({ status: 200, body: { created_at: first.body['created_at'] } })
})

test('a reset removes all fixtures', async () => {
  const fixture = await anivaFixture()
  fixture.sandbox.reset()
  expect((await fixture.update({ scheduled_at: '2026-02-01T09:00:00Z' })).status).toBe(404)
})

test('a sandbox serves only the APIs that the option `apis` lists', async () => {
  const lobbieOnly = createSandbox({ apis: ['lobbie'] })
  expect((await lobbieOnly.fetch('/api/v1/appointments/x', { method: 'PATCH' })).status).toBe(404)
  const anivaOnly = createSandbox({ apis: ['aniva'] })
  expect((await anivaOnly.fetch('/oauth/token', { method: 'POST' })).status).toBe(404)
  await expect(lobbieOnly.establish({ api: 'aniva', state: 'appointment', caseId: 'x' })).rejects.toThrow('aniva')
})

test('creating a sandbox throws for invalid options', () => {
  expect(() => createSandbox({ now: 'noon' })).toThrow(RangeError)
  expect(() => createSandbox({ seed: 1.5 })).toThrow(RangeError)
  expect(() => createSandbox({ fault: 'no-such-fault' })).toThrow(RangeError)
})

test('the sandbox has at least twenty faults, and each can be selected by its id', async () => {
  expect(FAULTS.length).toBeGreaterThanOrEqual(20)
  for (const { id } of FAULTS) expect(() => createSandbox({ fault: id })).not.toThrow()
  const fixture = await lobbieFixture({}, { now: NOW, fault: 'lobbie-status-missing' })
  expect((await fixture.update({ note: 'x' })).body).not.toHaveProperty('status')
})
