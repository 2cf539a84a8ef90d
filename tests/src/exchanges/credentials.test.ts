import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { openCredentials, type Credentials } from '../../../src/exchanges/credentials.ts'
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
  readonly received: { url: string; type: string; body: string }[]
  readonly clock: { now: number }
}

async function play(
  answer: (response: ServerResponse, count: number) => void,
  options: { tokenUrl?: (server: TestServer) => string } = {},
): Promise<Played> {
  const received: Played['received'] = []
  const clock = { now: 0 }
  const server = await listenHttp((request: IncomingMessage, response) => {
    let body = ''
    request.on('data', (bytes: Buffer) => (body += bytes.toString()))
    request.on('end', () => {
      received.push({ url: request.url ?? '', type: request.headers['content-type'] ?? '', body })
      answer(response, received.length)
    })
  })
  const credentials = openCredentials({
    baseUrl: `${server.url}/base/`,
    elapsed: () => clock.now,
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

test('requests a token by posting a form to the token URL, which is resolved against the base URL', async () => {
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

  test('for concurrent callers, which share one request and one renewal', async () => {
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

  test('that failed is sent again for the next request', async () => {
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
