import { describe, expect, test } from 'vitest'
import { retryAfter } from '../../../src/client/sending/send-with-retries.ts'
import { anivaClient, anivaPath, BASE_URL, json, rejection, scripted } from './fixtures.ts'

const patch = { scheduled_at: '2026-05-20T16:00:00+02:00' }
const done = (): Response => json(403, { error: 'Forbidden' })
const asks =
  (status: number, value: string, headers: Record<string, string> = {}) =>
  (): Response =>
    new Response(null, { status, headers: { 'retry-after': value, ...headers } })
const DATE = 'Fri, 20 Nov 2026 10:00:00 GMT'

const rows: readonly [what: string, value: string, date: string | undefined, wait: number | undefined][] = [
  ['seconds', '7', undefined, 7000],
  ['zero seconds', '0', undefined, 0],
  ['an HTTP date, compared with the Date header', 'Fri, 20 Nov 2026 10:00:05 GMT', DATE, 5000],
  ['an HTTP date, compared with the client’s clock', 'Fri, 20 Nov 2026 10:00:05 GMT', undefined, 3000],
  ['a past date', 'Fri, 20 Nov 2026 09:00:00 GMT', DATE, 0],
  ['the obsolete RFC 850 form', 'Friday, 20-Nov-26 10:00:05 GMT', DATE, 5000],
  ['the obsolete asctime form', 'Fri Nov 20 10:00:05 2026', DATE, 5000],
  ['a fraction', '1.5', undefined, undefined],
  ['a negative number', '-1', undefined, undefined],
  ['a word', 'soon', undefined, undefined],
  ['an empty value', '', undefined, undefined],
]

describe('Retry-After', () => {
  test.each(rows)('is read or ignored as RFC 9110 says: %s', (_what, value, date, wait) => {
    const now = (): number => Date.parse('2026-11-20T10:00:02Z')
    const headers = { 'retry-after': value, ...(date === undefined ? {} : { date }) }
    expect(retryAfter({ status: 429, headers, text: '' }, { now })).toBe(wait)
    expect(retryAfter({ status: 503, headers, text: '' }, { now })).toBe(wait)
    expect(retryAfter({ status: 409, headers, text: '' }, { now })).toBeUndefined()
  })

  test.each([
    ['429 (in seconds)', asks(429, '0')],
    ['503 (in seconds)', asks(503, '0')],
    ['429 (as an HTTP date)', asks(429, DATE, { date: DATE })],
    ['503 (as an HTTP date)', asks(503, DATE, { date: DATE })],
  ])(
    'in a %s leads to a retry, even of a PATCH, because the server has not processed the request',
    async (_what, first) => {
      const script = scripted(first, done)
      const answer = await anivaClient({ baseUrl: BASE_URL, fetch: script.fetch }).updateAppointment(anivaPath, patch)
      expect(answer).toMatchObject({ status: 403, attempts: 2 })
    },
  )

  test('delays the retry by the time that it gives', async () => {
    const script = scripted(asks(429, '1'), done)
    const start = performance.now()
    await anivaClient({ baseUrl: BASE_URL, fetch: script.fetch }).updateAppointment(anivaPath, patch)
    expect(performance.now() - start).toBeGreaterThan(950)
  })

  const refused: readonly [string, () => Response, object][] = [
    ['is sent with every response', asks(429, '0'), { calls: 3 }],
    ['exceeds the timeout', asks(429, '60'), { calls: 1 }],
    ['is missing', (): Response => new Response(null, { status: 429 }), { calls: 1 }],
    ['is in a 409', asks(409, '0'), { calls: 1 }],
    ['is in a 500', asks(500, '0'), { calls: 1 }],
  ]

  test.each(refused)('that %s leads to no further retry', async (_what, answer, { calls }: { calls?: number }) => {
    const script = scripted(answer)
    const client = anivaClient({ baseUrl: BASE_URL, fetch: script.fetch, timeoutMs: 5000 })
    const error = await rejection(client.updateAppointment(anivaPath, patch))
    const { status } = answer()
    expect(error).toMatchObject({ name: status === 429 ? 'ServerUnavailable' : 'ContractViolation', status })
    expect(script.calls).toHaveLength(calls ?? 0)
  })
})

test('a client with the option retries: 0 sends each request once', async () => {
  const script = scripted(asks(429, '0'))
  await rejection(
    anivaClient({ baseUrl: BASE_URL, fetch: script.fetch, retries: 0 }).updateAppointment(anivaPath, patch),
  )
  expect(script.calls).toHaveLength(1)
})

test('an abort ends the wait for a retry', async () => {
  const script = scripted(asks(429, '5'))
  const client = anivaClient({ baseUrl: BASE_URL, fetch: script.fetch })
  const start = performance.now()
  const call = client.updateAppointment(anivaPath, patch, { signal: AbortSignal.timeout(30) })
  await expect(call).rejects.toHaveProperty('name', 'TimeoutError')
  expect(performance.now() - start).toBeLessThan(1000)
})
