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

test('a token is asked for by a form at the token URL, resolved against the target', async () => {
  const { credentials, received } = await play(grant())
  expect(await credentials.tokenFor(client, { ...scheme, scopes: ['a', 'b'] })).toBe('token1')
  expect(received).toEqual([
    {
      url: '/oauth/token',
      type: 'application/x-www-form-urlencoded',
      body: 'grant_type=client_credentials&client_id=clinic+%26+co&client_secret=s3cr3t%2B%2F&scope=a+b',
    },
  ])
})

describe('a token is kept', () => {
  test('until shortly before it expires', async () => {
    const { credentials, clock } = await play(grant())
    expect(await credentials.tokenFor(client, scheme)).toBe('token1')
    clock.now = 3_569_000
    expect(await credentials.tokenFor(client, scheme)).toBe('token1')
    clock.now = 3_571_000
    expect(await credentials.tokenFor(client, scheme)).toBe('token2')
    expect(credentials.requests).toBe(2)
  })

  test('for half its life where that is short', async () => {
    const { credentials, clock } = await play(grant({ expires_in: 10 }))
    await credentials.tokenFor(client, scheme)
    clock.now = 4_000
    expect(await credentials.tokenFor(client, scheme)).toBe('token1')
    clock.now = 6_000
    expect(await credentials.tokenFor(client, scheme)).toBe('token2')
  })

  test('by client: another client has another', async () => {
    const { credentials } = await play(grant())
    expect(await credentials.tokenFor(client, scheme)).toBe('token1')
    expect(await credentials.tokenFor({ ...client, clientId: 'other' }, scheme)).toBe('token2')
  })

  test('and callers at once share one request, at the renewal too', async () => {
    const { credentials, clock } = await play(grant())
    const many = (): Promise<string[]> =>
      Promise.all(Array.from({ length: 20 }, () => credentials.tokenFor(client, scheme)))
    expect(new Set(await many())).toEqual(new Set(['token1']))
    clock.now = 3_600_000
    expect(new Set(await many())).toEqual(new Set(['token2']))
    expect(credentials.requests).toBe(2)
  })
})

describe('a refusal', () => {
  test.each<[string, (response: ServerResponse) => void, RegExp]>([
    [
      'a refusal by the book',
      (response) => void response.writeHead(401).end('{"error":"invalid_client","error_description":"s3cr3t+/"}'),
      /401 with invalid_client/,
    ],
    [
      'a refusal in other words',
      (response) => void response.writeHead(403).end('{"error":"s3cr3t+/"}'),
      /answered 403\n/,
    ],
    ['a page', (response) => void response.end('<html>s3cr3t+/'), /holds no access_token/],
    ['an empty token', (response) => void response.end('{"access_token":""}'), /holds no access_token/],
    [
      'a token that would break a header',
      (response) => void response.end('{"access_token":"a\\r\\nb"}'),
      /holds no access_token/,
    ],
    ['a cut connection', (response) => void response.destroy(), /closed/],
  ])('%s is told without secrets', async (_name, answer, message) => {
    const { credentials } = await play(answer)
    const refused = await credentials.tokenFor(client, scheme).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'credentials-refused', message: expect.stringMatching(message) })
    expect(String(refused)).not.toContain('s3cr3t')
  })

  test('is not kept', async () => {
    const { credentials } = await play((response, count) =>
      count === 1 ? void response.writeHead(500).end() : grant()(response, count),
    )
    await expect(credentials.tokenFor(client, scheme)).rejects.toMatchObject({ code: 'credentials-refused' })
    expect(await credentials.tokenFor(client, scheme)).toBe('token2')
  })

  test('a secret is not sent to another origin unless it is named', async () => {
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

  test('a scheme without a token URL is a matter of configuration', async () => {
    const { credentials } = await play(grant())
    const { tokenUrl: _none, ...without } = scheme
    await expect(credentials.tokenFor(client, without)).rejects.toMatchObject({ code: 'bad-config' })
  })
})
