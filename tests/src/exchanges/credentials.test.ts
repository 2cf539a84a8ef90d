import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { openCredentials, type Credentials } from '../../../src/exchanges/credentials/credentials.ts'
import type { SecurityScheme } from '../../../src/operations/operation.ts'
import { listenHttp, type TestServer } from './servers.ts'

const client = { type: 'oauth2', clientId: 'clinic & co', clientSecret: 's3cr3t+/' } as const
const scheme: SecurityScheme = {
  name: 'PartnerOAuth',
  type: 'oauth2',
  address: '',
  tokenUrl: '/oauth/token',
  scopes: [],
}

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((thing) => thing.close()))
})

interface Played {
  readonly server: TestServer
  readonly credentials: Credentials
  readonly received: { url: string; type: string; body: string; authorization?: string }[]
  readonly clock: { now: number }
}

async function play(
  answer: (response: ServerResponse, count: number, authorization?: string) => void,
  options: { tokenUrl?: (server: TestServer) => string; headers?: readonly (readonly [string, string])[] } = {},
): Promise<Played> {
  const received: Played['received'] = []
  const clock = { now: 0 }
  const server = await listenHttp((request: IncomingMessage, response) => {
    let body = ''
    request.on('data', (bytes: Buffer) => (body += bytes.toString()))
    request.on('end', () => {
      const { authorization } = request.headers
      const sent = authorization === undefined ? {} : { authorization }
      received.push({ url: request.url ?? '', type: request.headers['content-type'] ?? '', body, ...sent })
      answer(response, received.length, authorization)
    })
  })
  const credentials = openCredentials({
    baseUrl: `${server.url}/base/`,
    elapsed: () => clock.now,
    ...(options.headers === undefined ? {} : { headers: options.headers }),
    ...(options.tokenUrl === undefined ? {} : { tokenUrl: options.tokenUrl(server) }),
  })
  open.push(credentials, server)
  return { server, credentials, received, clock }
}

const grant =
  (more: object = {}) =>
  (response: ServerResponse, count: number) =>
    void response.end(
      JSON.stringify({ access_token: `token${count}`, token_type: 'Bearer', expires_in: 3600, ...more }),
    )

test('a token is requested by posting a form to the token URL, which is resolved against the base URL', async () => {
  const { credentials, received } = await play(grant())
  expect(await credentials.tokenFor(client, { ...scheme, scopes: ['a', 'b'] })).toBe('token1')
  expect(received).toEqual([
    {
      url: '/oauth/token',
      type: 'application/x-www-form-urlencoded',
      body: 'grant_type=client_credentials&scope=a+b&client_id=clinic+%26+co&client_secret=s3cr3t%2B%2F',
    },
  ])
})

describe('an access token is kept', () => {
  test('until shortly before it expires', async () => {
    const { credentials, clock } = await play(grant())
    expect(await credentials.tokenFor(client, scheme)).toBe('token1')
    clock.now = 3_569_000
    expect(await credentials.tokenFor(client, scheme)).toBe('token1')
    clock.now = 3_571_000
    expect(await credentials.tokenFor(client, scheme)).toBe('token2')
    expect(credentials.requests).toBe(2)
  })

  test('for half of its lifetime if the lifetime is short', async () => {
    const { credentials, clock } = await play(grant({ expires_in: 10 }))
    await credentials.tokenFor(client, scheme)
    clock.now = 4_000
    expect(await credentials.tokenFor(client, scheme)).toBe('token1')
    clock.now = 6_000
    expect(await credentials.tokenFor(client, scheme)).toBe('token2')
  })

  test('for each client separately', async () => {
    const { credentials } = await play(grant())
    expect(await credentials.tokenFor(client, scheme)).toBe('token1')
    expect(await credentials.tokenFor({ ...client, clientId: 'other' }, scheme)).toBe('token2')
  })

  test('for all concurrent callers: they cause only one request and one renewal', async () => {
    const { credentials, clock } = await play(grant())
    const many = (): Promise<string[]> =>
      Promise.all(Array.from({ length: 20 }, () => credentials.tokenFor(client, scheme)))
    expect(new Set(await many())).toEqual(new Set(['token1']))
    clock.now = 3_600_000
    expect(new Set(await many())).toEqual(new Set(['token2']))
    expect(credentials.requests).toBe(2)
  })
})

describe('a token request', () => {
  test.each<[string, (response: ServerResponse) => void, RegExp]>([
    [
      'a refusal with a code of RFC 6749',
      (response) => void response.writeHead(401).end('{"error":"invalid_client","error_description":"s3cr3t+/"}'),
      /401 with invalid_client/,
    ],
    [
      'a refusal with another code',
      (response) => void response.writeHead(403).end('{"error":"s3cr3t+/"}'),
      /answered 403\n/,
    ],
    ['an HTML page', (response) => void response.end('<html>s3cr3t+/'), /has no access_token/],
    ['an empty token', (response) => void response.end('{"access_token":""}'), /has no access_token/],
    [
      'a token with a line break',
      (response) => void response.end('{"access_token":"a\\r\\nb"}'),
      /has no access_token/,
    ],
    ['a closed connection', (response) => void response.destroy(), /closed/],
  ])('that gets %s leads to an error without secrets', async (_name, answer, message) => {
    const { credentials } = await play(answer)
    const refused = await credentials.tokenFor(client, scheme).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'credentials-refused', message: expect.stringMatching(message) })
    expect(String(refused)).not.toContain('s3cr3t')
  })

  test('that failed is repeated for the next API request', async () => {
    const { credentials } = await play((response, count) =>
      count === 1 ? void response.writeHead(500).end() : grant()(response, count),
    )
    await expect(credentials.tokenFor(client, scheme)).rejects.toMatchObject({ code: 'credentials-refused' })
    expect(await credentials.tokenFor(client, scheme)).toBe('token2')
  })

  test('is not sent to another origin without --token-url', async () => {
    const elsewhere = { ...scheme, tokenUrl: 'https://login.example/token' }
    const { credentials, received } = await play(grant())
    await expect(credentials.tokenFor(client, elsewhere)).rejects.toMatchObject({
      code: 'credentials-refused',
      message: expect.stringContaining('--token-url https://login.example/token'),
    })
    expect(received).toEqual([])
    const named = await play(grant(), { tokenUrl: (server) => `${server.url}/other/token` })
    await named.credentials.tokenFor(client, elsewhere)
    expect(named.received).toMatchObject([{ url: '/other/token' }])
  })

  test('is not sent if the scheme has no token URL: the error code is bad-config', async () => {
    const { credentials } = await play(grant())
    const { tokenUrl: _none, ...without } = scheme
    await expect(credentials.tokenFor(client, without)).rejects.toMatchObject({ code: 'bad-config' })
  })
})

describe('a client whose id and secret are refused in the body of the token request', () => {
  const encoded = Buffer.from('clinic+%26+co:s3cr3t%2B%2F').toString('base64')
  const refuse = (response: ServerResponse, status: number, error = 'invalid_client'): void =>
    void response.writeHead(status).end(JSON.stringify({ error }))

  test.each([
    [401, 'invalid_client'],
    [400, 'invalid_client'],
    [401, 'no code of RFC 6749'],
  ])('authenticates by HTTP Basic instead, also for later tokens (refusal: %i, %s)', async (status, error) => {
    const { credentials, received, clock } = await play((response, count, authorization) =>
      authorization === undefined ? refuse(response, status, error) : grant()(response, count),
    )
    expect(await credentials.tokenFor(client, scheme)).toBe('token2')
    expect(received[1]).toMatchObject({ body: 'grant_type=client_credentials', authorization: `Basic ${encoded}` })
    clock.now = 3_600_000
    expect(await credentials.tokenFor(client, scheme)).toBe('token3')
    expect(await credentials.tokenFor(client, { ...scheme, scopes: ['a'] })).toBe('token4')
    expect(received.map(({ authorization }) => authorization !== undefined)).toEqual([false, true, true, true])
  })

  test('sends one request with HTTP Basic, even if another caller asks for a token at the same time', async () => {
    let late: Promise<string> | undefined
    const { credentials, received } = await play((response, count, authorization) => {
      if (authorization === undefined) return refuse(response, 401)
      late = credentials.tokenFor(client, scheme)
      setTimeout(() => grant()(response, count), 50)
    })
    expect(await credentials.tokenFor(client, scheme)).toBe('token2')
    expect(await late).toBe('token2')
    expect(received).toHaveLength(2)
  })

  test('gets an error that names both refusals if HTTP Basic is refused too', async () => {
    const { credentials, received } = await play((response, count) => refuse(response, count === 1 ? 400 : 401))
    const error: unknown = await credentials.tokenFor(client, scheme).catch((reason: unknown) => reason)
    expect(String(error)).toMatch(/in the body, .*400 with invalid_client; with HTTP Basic, .*401 with invalid_client/)
    expect(String(error)).not.toContain('s3cr3t')
    expect(received).toHaveLength(2)
  })

  test.each<[string, number, string]>([
    ['a 400 with another error than invalid_client', 400, 'invalid_scope'],
    ['a 403', 403, 'invalid_client'],
  ])('does not try HTTP Basic after %s', async (_what, status, error) => {
    const { credentials, received } = await play((response) => refuse(response, status, error))
    await expect(credentials.tokenFor(client, scheme)).rejects.toMatchObject({ code: 'credentials-refused' })
    expect(received).toHaveLength(1)
  })

  test('does not try HTTP Basic if the server accepted the secret in the body before', async () => {
    const { credentials, received, clock } = await play((response, count) =>
      count === 1 ? grant()(response, count) : refuse(response, 401),
    )
    await credentials.tokenFor(client, scheme)
    clock.now = 3_600_000
    await expect(credentials.tokenFor(client, scheme)).rejects.toMatchObject({ code: 'credentials-refused' })
    expect(received).toHaveLength(2)
  })

  test('does not try HTTP Basic if a header Authorization is configured', async () => {
    const headers = [['authorization', 'Gateway key']] as const
    const { credentials, received } = await play((response) => refuse(response, 401), { headers })
    await expect(credentials.tokenFor(client, scheme)).rejects.toMatchObject({ code: 'credentials-refused' })
    expect(received).toMatchObject([{ authorization: 'Gateway key' }])
  })
})

describe('a token that the server refuses with 401', () => {
  test('is replaced if the server accepted it before', async () => {
    const { credentials } = await play(grant())
    const token = await credentials.tokenFor(client, scheme)
    expect(credentials.isExpired(token, 200)).toBe(false)
    expect(credentials.isExpired(token, 401)).toBe(true)
    expect(await credentials.tokenFor(client, scheme)).toBe('token2')
    expect(credentials.isExpired(token, 401)).toBe(true)
    expect(await credentials.tokenFor(client, scheme)).toBe('token2')
  })

  test('is kept if the server never accepted it', async () => {
    const { credentials } = await play(grant())
    const token = await credentials.tokenFor(client, scheme)
    expect(credentials.isExpired(token, 401)).toBe(false)
    expect(await credentials.tokenFor(client, scheme)).toBe('token1')
    expect(credentials.isExpired('foreign', 401)).toBe(false)
  })
})
