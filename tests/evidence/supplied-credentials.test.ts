import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { inFolder } from '../support/in-folder.ts'
import { runGate, type Ran } from '../support/run-main.ts'
import type { Report } from '../../src/report/report.ts'
import { listenHttp, type TestServer } from '../src/exchanges/servers.ts'

const servers: TestServer[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

/**
 * Returns a document with one operation. `security` is the security of the operation. By default, the operation
 * requires the scheme `s`.
 */
function documentWith(schemes: object, security: readonly object[] = [{ s: [] }]): string {
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Notes', version: '1' },
    security,
    paths: {
      '/notes': {
        post: {
          operationId: 'addNote',
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: { type: 'object', required: ['text'], properties: { text: { type: 'string', maxLength: 5 } } },
              },
            },
          },
          responses: { 201: { description: 'added' }, 400: { description: 'bad' }, 401: { description: 'who' } },
        },
      },
    },
    components: { securitySchemes: schemes },
  })
}

type Door = (request: IncomingMessage, url: URL) => boolean

/**
 * Starts a server that stores notes, and answers unauthorized requests with 401. Malformed JSON gets a 400 even if the
 * request is unauthorized, as in Express.
 */
async function notes(
  isKnown: Door,
  other?: (request: IncomingMessage, body: string, response: ServerResponse) => boolean,
): Promise<string> {
  const server = await listenHttp((request, response) => {
    let text = ''
    request.on('data', (bytes: Buffer) => (text += bytes.toString()))
    request.on('end', () => {
      if (other?.(request, text, response) === true) return
      const url = new URL(request.url ?? '', 'http://x')
      if (request.method !== 'POST') return void response.writeHead(405, { allow: 'POST' }).end()
      let body: unknown
      try {
        body = JSON.parse(text)
      } catch {
        return void response.writeHead(400).end()
      }
      if (!isKnown(request, url)) {
        return void response.writeHead(401, { 'www-authenticate': 'Bearer' }).end()
      }
      const { text: note } = (body ?? {}) as { text?: unknown }
      const isJson = request.headers['content-type']?.startsWith('application/json') === true
      const isGood = isJson && !Array.isArray(body) && typeof note === 'string' && [...note].length <= 5
      response.writeHead(isGood ? 201 : 400).end()
    })
  })
  servers.push(server)
  return server.url
}

function gate(
  document: string,
  url: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran & { readonly report: Report }> {
  return inFolder({ 'notes.json': document }, () => runGate(['--spec', 'notes.json', '-u', url, ...args], { env }))
}

const SCHEMES: readonly [string, object, string, Readonly<Record<string, string>>, Door][] = [
  [
    'an API key in the query',
    { type: 'apiKey', in: 'query', name: 'k' },
    's=KEY',
    { KEY: 'a&b' },
    (_request, url) => url.searchParams.get('k') === 'a&b',
  ],
  [
    'an API key in a cookie',
    { type: 'apiKey', in: 'cookie', name: 'k' },
    's=KEY',
    { KEY: 'good' },
    ({ headers }) => headers.cookie === 'k=good',
  ],
  [
    'an API key in a header',
    { type: 'apiKey', in: 'header', name: 'X-Key' },
    's=KEY',
    { KEY: 'good' },
    ({ headers }) => headers['x-key'] === 'good',
  ],
  [
    'a bearer token',
    { type: 'http', scheme: 'bearer' },
    's=TOKEN',
    { TOKEN: 'good' },
    ({ headers }) => headers.authorization === 'Bearer good',
  ],
  [
    'a user and a password',
    { type: 'http', scheme: 'basic' },
    's=NAME:WORD',
    { NAME: 'me', WORD: 'se:cret' },
    ({ headers }) => headers.authorization === `Basic ${Buffer.from('me:se:cret').toString('base64')}`,
  ],
  [
    'an access token for OAuth 2.0',
    { type: 'oauth2', flows: { authorizationCode: { authorizationUrl: '/a', tokenUrl: '/t', scopes: {} } } },
    's=TOKEN',
    { TOKEN: 'good' },
    ({ headers }) => headers.authorization === 'Bearer good',
  ],
]

describe('the option --credential', () => {
  test.each(SCHEMES)('supplies %s from the environment', async (_name, scheme, option, env, door) => {
    const { code, report } = await gate(documentWith({ s: scheme }), await notes(door), ['--credential', option], env)
    expect(report.runs[0]?.findings.map(({ rule, received }) => [rule, received])).toEqual([])
    expect(code).toBe(0)
  })

  const FORMS: readonly [string, object, string, Readonly<Record<string, string>>, Door][] = [
    [
      'any bearer token',
      { type: 'http', scheme: 'bearer' },
      's=TOKEN',
      { TOKEN: 'canary-tok123' },
      ({ headers }) => /^Bearer \S+$/.test(headers.authorization ?? ''),
    ],
    [
      'a JWT with any signature',
      { type: 'http', scheme: 'bearer' },
      's=TOKEN',
      { TOKEN: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl' },
      ({ headers }) => headers.authorization?.startsWith('Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.') === true,
    ],
    [
      'a user with any password',
      { type: 'http', scheme: 'basic' },
      's=NAME:WORD',
      { NAME: 'canary', WORD: 'secret' },
      ({ headers }) =>
        Buffer.from((headers.authorization ?? '').slice(6), 'base64')
          .toString()
          .startsWith('canary:'),
    ],
    [
      'any API key of the right form',
      { type: 'apiKey', in: 'query', name: 'k' },
      's=KEY',
      { KEY: 'canary-12345' },
      (_request, url) => /^canary-\d{5}$/.test(url.searchParams.get('k') ?? ''),
    ],
  ]

  test.each(FORMS)(
    'lets the gate detect a server that accepts %s, and does not print the secret',
    async (_name, scheme, option, env, door) => {
      const { code, report } = await gate(documentWith({ s: scheme }), await notes(door), ['--credential', option], env)
      expect(report.runs[0]?.findings.map(({ rule, received }) => [rule, received])).toEqual([['ignored_auth', '201']])
      expect(code).toBe(1)
      expect(JSON.stringify(report)).not.toMatch(/canary|eyJhbGci/)
    },
  )

  test('is not needed to detect a server that accepts any token: a token in -H is enough', async () => {
    const url = await notes(({ headers }) => /^Bearer \w+$/.test(headers.authorization ?? ''))
    const document = documentWith({ s: { type: 'http', scheme: 'bearer' } })
    const { report } = await gate(document, url, ['-H', 'Authorization: Bearer tok123'])
    expect(report.runs[0]?.findings.map(({ rule }) => rule)).toEqual(['ignored_auth'])
  })

  test('supplies both credentials of a security requirement that combines two schemes', async () => {
    const schemes = { a: { type: 'apiKey', in: 'query', name: 'a' }, b: { type: 'http', scheme: 'bearer' } }
    const url = await notes(
      ({ headers }, { searchParams }) => searchParams.get('a') === '1' && headers.authorization === 'Bearer 2',
    )
    const options = ['--credential', 'a=A', '--credential', 'b=B']
    const { code } = await gate(documentWith(schemes, [{ a: [], b: [] }]), url, options, { A: '1', B: '2' })
    expect(code).toBe(0)
  })

  const oauth = { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/token', scopes: {} } } }

  test('requests a token with the id and secret of an OAuth 2.0 client, and requests a new token after a 401', async () => {
    let issued = 0
    let uses = 0
    const url = await notes(
      ({ headers }) => headers.authorization === `Bearer t${issued}` && (uses += 1) <= 4,
      (request, body, response) => {
        if (request.url !== '/token') return false
        const form = new URLSearchParams(body)
        const isGood = form.get('client_id') === 'me' && form.get('client_secret') === 'secret'
        if (isGood) {
          issued += 1
          uses = 0
        }
        response
          .writeHead(isGood ? 200 : 401, { 'content-type': 'application/json' })
          .end(
            JSON.stringify(isGood ? { access_token: `t${issued}`, token_type: 'Bearer' } : { error: 'invalid_client' }),
          )
        return true
      },
    )
    const run = (env: Readonly<Record<string, string>>): ReturnType<typeof gate> =>
      gate(documentWith({ s: oauth }), url, ['--credential', 's=ID:SECRET'], env)
    const { code, report } = await run({ ID: 'me', SECRET: 'secret' })
    expect(report.runs[0]?.findings.map(({ rule, received }) => [rule, received])).toEqual([])
    expect(code).toBe(0)
    expect(issued).toBeGreaterThan(1)
    const refused = await run({ ID: 'me', SECRET: 'wrong' })
    expect(refused.code).toBe(2)
    expect(refused.out).toContain('invalid_client')
  })

  test.each<[string, readonly string[], RegExp]>([
    ['an unknown scheme', ['--credential', 'other=KEY'], /security scheme other, which no chosen operation uses/],
    ['a variable that is not set', ['--credential', 's=ABSENT'], /environment variable ABSENT, which is not set/],
    ['an empty variable', ['--credential', 's=EMPTY'], /environment variable EMPTY, which is empty/],
    ['two values for an API key', ['--credential', 's=KEY:KEY'], /an API key is one value/],
    ['a secret instead of a variable', ['--credential', 's=s3cr3t-+'], /expects `scheme=VARIABLE`/],
    ['a header with a variable that is not set', ['-H', 'X-Key: $ABSENT'], /ABSENT, which is not set/],
  ])('makes the run exit 2 with an error about %s', async (_name, args, message) => {
    const document = documentWith({ s: { type: 'apiKey', in: 'query', name: 'k' } })
    const run = inFolder({ 'notes.json': document }, async () => {
      const { runMain } = await import('../support/run-main.ts')
      const { testHost } = await import('../support/test-host.ts')
      const host = testHost({ env: { KEY: 'good', EMPTY: '' } })
      return runMain(['gate', '--spec', 'notes.json', '-u', await notes(() => true), ...args], host)
    })
    const { code, out, err } = await run
    expect(code).toBe(2)
    expect((out + err).replaceAll(/\s+/g, ' ')).toMatch(message)
    expect(out + err).not.toContain('s3cr3t')
  })
})

test('the option -H reads the value of a header from the environment', async () => {
  const url = await notes(({ headers }) => headers.authorization === 'Bearer $ecret')
  const document = documentWith({ s: { type: 'http', scheme: 'bearer' } })
  for (const header of [
    'Authorization: Bearer $MY_TOKEN',
    'Authorization: Bearer ${MY_TOKEN}',
    'Authorization: Bearer $$ecret',
  ]) {
    expect((await gate(document, url, ['-H', header], { MY_TOKEN: '$ecret' })).code).toBe(0)
  }
})

describe('missing credentials', () => {
  const missing: readonly [string, object, string][] = [
    ['a bearer token', { type: 'http', scheme: 'bearer' }, '--credential s=VARIABLE'],
    ['a key in the query', { type: 'apiKey', in: 'query', name: 'k' }, '--credential s=VARIABLE'],
    ['a user and a password', { type: 'http', scheme: 'basic' }, '--credential s=USER_VARIABLE:PASSWORD_VARIABLE'],
  ]
  test.each(missing)(
    'make the run exit 2, and the reason names the option to add: %s',
    async (_name, scheme, option) => {
      const { code, out, report } = await gate(documentWith({ s: scheme }), await notes(() => false), [])
      expect(report.runs[0]?.findings.filter(({ level }) => level === 'error')).toEqual([])
      expect(code).toBe(2)
      expect(out.replaceAll(/\s+/g, ' ')).toContain(option)
    },
  )
})
