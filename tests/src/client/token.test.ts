import { describe, expect, test } from 'vitest'
import type { Clock } from '../../../src/client/sending/clock.ts'
import { CredentialsFailure, OutOfTime } from '../../../src/client/errors.ts'
import {
  BASE_URL,
  json,
  lobbieAppointment,
  lobbieClient,
  lobbiePath,
  rejection,
  scripted,
  SECRETS,
} from './fixtures.ts'
import { sendJson, startServer } from './local-server.ts'

const body = { note: 'Bring the referral letter' }
const token = { access_token: SECRETS.token, token_type: 'Bearer', expires_in: 3600 }

/** Returns a clock that changes only when the test changes it. Timers run in real time. */
function movable(): Clock & { elapse(milliseconds: number): void; setWall(milliseconds: number): void } {
  let elapsed = 0
  let wall = 0
  return {
    now: () => wall,
    elapsed: () => elapsed,
    after(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds)
      return () => clearTimeout(timer)
    },
    elapse: (milliseconds) => void (elapsed += milliseconds),
    setWall: (milliseconds) => void (wall = milliseconds),
  }
}

describe('a token', () => {
  test('is requested as RFC 6749 says, and sent as a bearer token', async () => {
    const server = await startServer((request, response) =>
      sendJson(response, 200, request.url === '/oauth/token' ? token : lobbieAppointment),
    )
    const { clientId, clientSecret } = SECRETS
    const client = lobbieClient({
      baseUrl: server.url,
      credentials: { clientId, clientSecret, scope: 'prod/partner-api', tokenHeaders: { 'x-api-key': SECRETS.apiKey } },
    })
    await client.updateAppointment(lobbiePath, body)
    const [asked, sent] = server.seen
    expect(Object.fromEntries(new URLSearchParams(asked?.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: 'prod/partner-api',
    })
    expect(asked?.headers['x-api-key']).toBe(SECRETS.apiKey)
    expect(sent).toMatchObject({
      url: '/partner/v2/account/31/location/207/appointment/48213',
      body: JSON.stringify(body),
    })
    expect(sent?.headers.authorization).toBe(`Bearer ${SECRETS.token}`)
    expect(sent?.headers).not.toHaveProperty('x-api-key')
  })

  test('is requested once for a hundred concurrent calls', async () => {
    const script = scripted(() => json(200, lobbieAppointment))
    const client = lobbieClient({ baseUrl: BASE_URL, fetch: script.fetch })
    await Promise.all(Array.from({ length: 100 }, () => client.updateAppointment(lobbiePath, body)))
    expect(script.tokens).toBe(1)
    expect(script.calls).toHaveLength(100)
  })

  test('is renewed before it expires, once for all waiting calls', async () => {
    const clock = movable()
    const script = scripted(() => json(200, lobbieAppointment))
    const client = lobbieClient({ baseUrl: BASE_URL, fetch: script.fetch, clock })
    await client.updateAppointment(lobbiePath, body)
    clock.elapse(3_569_000)
    await client.updateAppointment(lobbiePath, body)
    expect(script.tokens).toBe(1)
    clock.elapse(2_000)
    await Promise.all(Array.from({ length: 20 }, () => client.updateAppointment(lobbiePath, body)))
    expect(script.tokens).toBe(2)
  })

  test('expires at the right time even if the system clock is changed', async () => {
    const clock = movable()
    const script = scripted(() => json(200, lobbieAppointment, { date: 'Thu, 01 Jan 1970 00:00:00 GMT' }))
    const client = lobbieClient({ baseUrl: BASE_URL, fetch: script.fetch, clock })
    clock.setWall(4_000_000_000_000)
    await client.updateAppointment(lobbiePath, body)
    clock.setWall(0)
    await client.updateAppointment(lobbiePath, body)
    expect(script.tokens).toBe(1)
  })

  test('that expires before the server has received it is renewed once, and the call is sent again', async () => {
    const script = scripted(
      () => json(401, { message: 'expired' }, { 'www-authenticate': 'Bearer' }),
      () => json(200, lobbieAppointment),
    )
    const answer = await lobbieClient({ baseUrl: BASE_URL, fetch: script.fetch }).updateAppointment(lobbiePath, body)
    expect(answer).toMatchObject({ status: 200, attempts: 2 })
    expect(script.tokens).toBe(2)
  })

  test('that the server refuses twice is not renewed again, and the client returns the 401', async () => {
    const script = scripted(() => json(401, { message: 'expired' }, { 'www-authenticate': 'Bearer' }))
    const answer = await lobbieClient({ baseUrl: BASE_URL, fetch: script.fetch }).updateAppointment(lobbiePath, body)
    expect(answer.status).toBe(401)
    expect(script.calls).toHaveLength(2)
    expect(script.tokens).toBe(2)
  })

  test('that is refused for several concurrent calls is renewed once', async () => {
    let refusals = 0
    const script = scripted(async () => {
      refusals += 1
      const refuse = refusals <= 50
      await new Promise((resolve) => setTimeout(resolve, 5))
      return refuse ? json(401, { message: 'expired' }, { 'www-authenticate': 'Bearer' }) : json(200, lobbieAppointment)
    })
    const client = lobbieClient({ baseUrl: BASE_URL, fetch: script.fetch })
    const answers = await Promise.all(Array.from({ length: 50 }, () => client.updateAppointment(lobbiePath, body)))
    expect(answers.every((answer) => answer.status === 200)).toBe(true)
    expect(script.tokens).toBe(2)
  })

  test('is delivered to all waiting calls even if one call is aborted', async () => {
    const server = await startServer((request, response) => {
      if (request.url === '/oauth/token') setTimeout(() => sendJson(response, 200, token), 80)
      else sendJson(response, 200, lobbieAppointment)
    })
    const client = lobbieClient({ baseUrl: server.url })
    const impatient = client.updateAppointment(lobbiePath, body, { signal: AbortSignal.timeout(20) })
    const patient = client.updateAppointment(lobbiePath, body)
    await expect(impatient).rejects.toHaveProperty('name', 'TimeoutError')
    expect((await patient).status).toBe(200)
    expect(server.seen.filter((request) => request.url === '/oauth/token')).toHaveLength(1)
  })

  test('that has not expired is used while the token endpoint is down', async () => {
    const clock = movable()
    let down = false
    const { fetch } = scripted(() => json(200, lobbieAppointment))
    const client = lobbieClient({
      baseUrl: BASE_URL,
      clock,
      retries: 0,
      fetch: async (url, init) => {
        if (down && url.endsWith('/oauth/token')) throw new TypeError('fetch failed')
        return fetch(url, init)
      },
    })
    await client.updateAppointment(lobbiePath, body)
    down = true
    clock.elapse(3_580_000)
    expect((await client.updateAppointment(lobbiePath, body)).status).toBe(200)
    clock.elapse(20_000)
    const error = await rejection(client.updateAppointment(lobbiePath, body))
    expect(error).toMatchObject({ name: 'CredentialsFailure', reason: 'unreachable' })
  })
})

describe('a token endpoint', () => {
  test('that is down leads to a CredentialsFailure before the operation is called', async () => {
    const api = await startServer((_request, response) => sendJson(response, 200, lobbieAppointment))
    const server = await startServer(() => undefined)
    await server.close()
    const { clientId, clientSecret } = SECRETS
    const credentials = { clientId, clientSecret, tokenUrl: `${server.url}/oauth/token` }
    const client = lobbieClient({ baseUrl: api.url, credentials, retries: 0 })
    const error = await rejection(client.updateAppointment(lobbiePath, body))
    expect(error).toMatchObject({
      name: 'CredentialsFailure',
      reason: 'unreachable',
      operation: 'updateAppointment',
      code: 'ECONNREFUSED',
      url: `${server.url}/oauth/token`,
    })
    expect(error.message).toContain('ECONNREFUSED')
    expect(api.seen).toHaveLength(0)
  })

  test('that is slow leads to OutOfTime, which says that the operation was not called', async () => {
    const server = await startServer(() => undefined)
    const error = await rejection(
      lobbieClient({ baseUrl: server.url, timeoutMs: 1000 }).updateAppointment(lobbiePath, body),
    )
    expect(error).toBeInstanceOf(OutOfTime)
    expect(error).toMatchObject({ sent: false })
    expect(server.seen).toHaveLength(1)
  })

  const answers: readonly [string, number, string, string, CredentialsFailure['reason']][] = [
    ['401', 401, 'application/json', '{"error":"invalid_client"}', 'refused'],
    ['400 invalid_client', 400, 'application/json', '{"error":"invalid_client"}', 'refused'],
    ['403 of a gateway', 403, 'application/json', '{"message":"Forbidden"}', 'refused'],
    ['500', 500, 'text/html', '<html></html>', 'unavailable'],
    ['an HTML page', 200, 'text/html', '<html></html>', 'unreadable'],
    ['an empty body', 200, 'application/json', '', 'unreadable'],
    ['JSON without a token', 200, 'application/json', '{"expires_in":3600}', 'unreadable'],
    ['a token that is not a string', 200, 'application/json', '{"access_token":7}', 'unreadable'],
    ['a token with a newline', 200, 'application/json', '{"access_token":"a\\nb"}', 'unreadable'],
    ['a token of another type', 200, 'application/json', '{"access_token":"a","token_type":"mac"}', 'unreadable'],
    ['a redirect', 302, 'text/plain', '', 'unreadable'],
    ['a refusal with another error code', 400, 'application/json', '{"error":"the secret is wrong"}', 'refused'],
    ['a body that contains the secret', 401, 'application/json', JSON.stringify(SECRETS), 'refused'],
  ]

  test.each(answers)(
    'that returns %s leads to a CredentialsFailure',
    async (_what, status, contentType, text, reason) => {
      const server = await startServer((_request, response) => {
        response.writeHead(status, { 'content-type': contentType }).end(text)
      })
      const error = await rejection(lobbieClient({ baseUrl: server.url }).updateAppointment(lobbiePath, body))
      expect(error).toBeInstanceOf(CredentialsFailure)
      const code = text.includes('invalid_client') ? 'invalid_client' : undefined
      expect(error).toMatchObject({ reason, status, url: `${server.url}/oauth/token`, code })
      expect(error.message).toContain(`the token endpoint ${server.url}/oauth/token `)
      expect(server.seen).toHaveLength(1)
    },
  )

  test('is called again after a failure', async () => {
    const server = await startServer((request, response, count) => {
      if (request.url !== '/oauth/token') sendJson(response, 200, lobbieAppointment)
      else sendJson(response, count === 1 ? 500 : 200, token)
    })
    const client = lobbieClient({ baseUrl: server.url })
    await rejection(client.updateAppointment(lobbiePath, body))
    expect((await client.updateAppointment(lobbiePath, body)).status).toBe(200)
  })

  test('that returns 429 is called again after the time in Retry-After', async () => {
    const server = await startServer((request, response, count) => {
      if (request.url !== '/oauth/token') sendJson(response, 200, lobbieAppointment)
      else if (count === 1) sendJson(response, 429, {}, { 'retry-after': '0' })
      else sendJson(response, 200, token)
    })
    const answer = await lobbieClient({ baseUrl: server.url }).updateAppointment(lobbiePath, body)
    expect(answer).toMatchObject({ status: 200, attempts: 1 })
  })

  test('receives the secret in the Authorization header if clientAuthentication is `basic`, encoded as RFC 6749 section 2.3.1 says', async () => {
    const server = await startServer((request, response) =>
      sendJson(response, 200, request.url === '/oauth/token' ? token : lobbieAppointment),
    )
    const { clientId, clientSecret } = SECRETS
    const credentials = { clientId, clientSecret, clientAuthentication: 'basic' } as const
    await lobbieClient({ baseUrl: server.url, credentials }).updateAppointment(lobbiePath, body)
    const [asked] = server.seen
    const pair = Buffer.from(asked?.headers.authorization?.slice(6) ?? '', 'base64').toString()
    expect(pair).toBe('client-4711-id:s3cr3t%2F%2B+with%3Dodd%26signs')
    expect(asked?.body).toBe('grant_type=client_credentials')
  })

  test('that returns no expires_in gives a token that is used until a 401', async () => {
    const clock = movable()
    const server = await startServer((request, response) =>
      sendJson(response, 200, request.url === '/oauth/token' ? { access_token: 'a' } : lobbieAppointment),
    )
    const client = lobbieClient({ baseUrl: server.url, clock })
    await client.updateAppointment(lobbiePath, body)
    clock.elapse(100_000_000)
    await client.updateAppointment(lobbiePath, body)
    expect(server.seen.filter((request) => request.url === '/oauth/token')).toHaveLength(1)
  })
})

test('credentials that are not allowed in a header are refused, and the error does not contain the credentials', async () => {
  for (const credentials of [
    { clientId: 'a', clientSecret: 'line\n' },
    { clientId: '', clientSecret: 'b' },
  ]) {
    const make = async (): Promise<unknown> => lobbieClient({ baseUrl: BASE_URL, credentials })
    const error = await rejection(make())
    expect(error.message).toMatch(/^credentials: client(Id|Secret) is empty or has characters/)
    expect(error.message).not.toContain('line')
  }
})
