import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { inFolder } from '../support/in-folder.ts'
import { runGate, type Ran } from '../support/run-main.ts'
import type { Report } from '../../src/report/report.ts'
import { listenHttp, type TestServer } from '../src/exchanges/servers.ts'

const servers: TestServer[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

const SCHEMES = {
  key: { type: 'apiKey', in: 'header', name: 'X-Key' },
  tenant: { type: 'apiKey', in: 'query', name: 'tenant' },
  session: { type: 'apiKey', in: 'cookie', name: 'sid' },
  device: { type: 'apiKey', in: 'cookie', name: 'device' },
  user: { type: 'http', scheme: 'basic' },
  token: { type: 'http', scheme: 'bearer' },
  oauth: { type: 'oauth2', flows: { authorizationCode: { authorizationUrl: '/a', tokenUrl: '/t', scopes: {} } } },
  certificate: { type: 'mutualTLS' },
}
type Scheme = keyof typeof SCHEMES
type Security = readonly Readonly<Partial<Record<Scheme, readonly string[]>>>[]

const ENV = {
  KEY: 'k3y-12345',
  TENANT: 'acme-77',
  SID: 's3ss10n',
  DEVICE: 'd3v1c3',
  ME: 'me',
  WORD: 'w0rd',
  TOKEN: 't0k3n',
}
const OPTIONS: Readonly<Record<Exclude<Scheme, 'certificate'>, string>> = {
  key: 'key=KEY',
  tenant: 'tenant=TENANT',
  session: 'session=SID',
  device: 'device=DEVICE',
  user: 'user=ME:WORD',
  token: 'token=TOKEN',
  oauth: 'oauth=TOKEN',
}

/**
 * The credentials of a request, for each security scheme: `good`, `bad`, or `no` if the request has no credentials of
 * this scheme.
 */
type Has = Readonly<Record<Exclude<Scheme, 'certificate' | 'oauth'>, 'good' | 'bad' | 'no'>>

function credentialsOf({ headers, url = '' }: IncomingMessage): Has {
  const same = (value: string | null | undefined, good: string): 'good' | 'bad' | 'no' =>
    value == null ? 'no' : value === good ? 'good' : 'bad'
  const cookies = new Map((headers.cookie ?? '').split(/; */).map((pair) => pair.split('=') as [string, string]))
  const [word, value] = (headers.authorization ?? '').split(' ')
  return {
    key: same(headers['x-key'] as string | undefined, ENV.KEY),
    tenant: same(new URL(url, 'http://x').searchParams.get('tenant'), ENV.TENANT),
    session: same(cookies.get('sid'), ENV.SID),
    device: same(cookies.get('device'), ENV.DEVICE),
    user: same(word === 'Basic' ? value : undefined, Buffer.from(`${ENV.ME}:${ENV.WORD}`).toString('base64')),
    token: same(word === 'Bearer' ? value : undefined, ENV.TOKEN),
  }
}

interface Style {
  readonly method?: 'get' | 'post'
  readonly documented?: readonly number[]
  readonly refuse?: (has: Has, response: ServerResponse) => void
}

const as401 = (_has: Has, response: ServerResponse): void => {
  response.writeHead(401, { 'www-authenticate': 'Bearer' }).end()
}

/** Runs the gate on a server with one operation. `lets` returns true if the server accepts these credentials. */
async function gate(
  security: Security,
  lets: (has: Has) => boolean,
  options: readonly string[],
  { method = 'get', documented = [401], refuse = as401 }: Style = {},
): Promise<Ran & { readonly report: Report; readonly requests: number; readonly found: readonly string[] }> {
  let requests = 0
  const server = await listenHttp((request, response) => {
    requests += 1
    request.resume()
    if (request.method !== method.toUpperCase()) return void response.writeHead(405, { allow: method }).end()
    const has = credentialsOf(request)
    if (lets(has)) response.writeHead(method === 'get' ? 204 : 201).end()
    else refuse(has, response)
  })
  servers.push(server)
  const document = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Notes', version: '1' },
    security,
    paths: {
      '/notes': {
        [method]: {
          operationId: 'notes',
          responses: Object.fromEntries(
            [method === 'get' ? 204 : 201, ...documented].map((status) => [status, { description: 'one' }]),
          ),
        },
      },
    },
    components: { securitySchemes: SCHEMES },
  })
  const ran = await inFolder({ 'notes.json': document }, () =>
    runGate(['--spec', 'notes.json', '-u', server.url, ...options], { env: ENV }),
  )
  const found = ran.report.runs.flatMap(({ findings }) => findings)
  return { ...ran, requests, found: found.map(({ rule, level, clause }) => `${rule} ${level} ${clause}`) }
}

const give = (...schemes: (keyof typeof OPTIONS)[]): string[] =>
  schemes.flatMap((scheme) => ['--credential', OPTIONS[scheme]])
const good =
  (...schemes: (keyof Has)[]) =>
  (has: Has): boolean =>
    schemes.every((scheme) => has[scheme] === 'good')
const any =
  (...doors: ((has: Has) => boolean)[]) =>
  (has: Has): boolean =>
    doors.some((door) => door(has))

const EITHER: Security = [{ key: [] }, { token: [] }]
const BOTH: Security = [{ key: [], tenant: [] }]
const OPTIONAL: Security = [{ key: [] }, {}]
const clauses = (report: Report): string[] =>
  report.runs.flatMap((run) =>
    run.clauses.filter(({ kind }) => kind === 'security').map(({ id, state }) => `${id} ${state}`),
  )

describe('a correct server of a document with several security requirements', () => {
  const keyOrToken = any(good('key'), good('token'))
  const as403 = (_has: Has, response: ServerResponse): void => void response.writeHead(403).end()
  const correct: readonly [string, Security, (has: Has) => boolean, readonly string[], Style?][] = [
    ['two alternatives', EITHER, keyOrToken, give('key', 'token')],
    [
      'two alternatives, with both credentials given in -H',
      EITHER,
      keyOrToken,
      ['-H', 'X-Key: $KEY', '-H', 'Authorization: Bearer $TOKEN'],
    ],
    [
      'two alternatives, with one credential given in --credential and one in -H',
      EITHER,
      keyOrToken,
      [...give('key'), '-H', 'Authorization: Bearer $TOKEN'],
    ],
    ['an operation that writes', EITHER, keyOrToken, give('key', 'token'), { method: 'post' }],
    [
      'a refusal with 403 instead of 401',
      EITHER,
      keyOrToken,
      give('key', 'token'),
      { documented: [403], refuse: as403 },
    ],
    [
      'a server that refuses two kinds of credentials in one request',
      EITHER,
      (has) => keyOrToken(has) && (has.key === 'no' || has.token === 'no'),
      ['-H', 'X-Key: $KEY', '-H', 'Authorization: Bearer $TOKEN'],
    ],
    ['basic or bearer', [{ user: [] }, { token: [] }], any(good('user'), good('token')), give('user', 'token')],
    ['two cookies', [{ session: [], device: [] }], good('session', 'device'), give('session', 'device')],
    [
      'two cookies in one header',
      [{ session: [], device: [] }],
      good('session', 'device'),
      ['-H', 'Cookie: sid=$SID; device=$DEVICE; theme=dark'],
    ],
    ['two schemes that are required together', BOTH, good('key', 'tenant'), give('key', 'tenant')],
    [
      'a key alone, or a key together with a tenant',
      [{ key: [], tenant: [] }, { key: [] }],
      good('key'),
      give('key', 'tenant'),
    ],
    ['optional credentials', OPTIONAL, (has) => has.key !== 'bad', give('key')],
    ['optional credentials that the server does not check', OPTIONAL, () => true, give('key')],
    ['optional credentials, and a run without credentials', OPTIONAL, (has) => has.key !== 'bad', []],
    ['two security schemes that accept the same token', [{ oauth: [] }, { token: [] }], good('token'), give('token')],
  ]
  test.each(correct)('has no finding: %s', async (_name, security, lets, options, style) => {
    const { found, code, out } = await gate(security, lets, options, style)
    expect(found).toEqual([])
    expect(code, out).toBe(0)
  })
})

describe('the gate reports a server', () => {
  const faulty: readonly [string, Security, (has: Has) => boolean, readonly string[], readonly string[], Style?][] = [
    [
      'that refuses the second alternative',
      EITHER,
      good('key'),
      give('key', 'token'),
      ['positive_data_acceptance error notes/security/token'],
    ],
    [
      'that refuses the first alternative',
      EITHER,
      good('token'),
      give('key', 'token'),
      ['positive_data_acceptance error notes/security/key'],
    ],
    [
      'that refuses the second alternative with an undocumented 403',
      EITHER,
      good('key'),
      ['-H', 'X-Key: $KEY', '-H', 'Authorization: Bearer $TOKEN'],
      ['positive_data_acceptance error notes/security/token'],
      { refuse: ({ token }, response) => void response.writeHead(token === 'good' ? 403 : 401).end() },
    ],
    [
      'that accepts two alternatives only together',
      [{ session: [] }, { device: [] }, { key: [] }],
      any(good('session', 'device'), good('key')),
      [...give('key'), '-H', 'Cookie: sid=$SID; device=$DEVICE'],
      ['positive_data_acceptance error notes/security/session', 'positive_data_acceptance error notes/security/device'],
    ],
    [
      'that does not check the values of the second alternative',
      EITHER,
      any(good('key'), ({ token }) => token !== 'no'),
      give('key', 'token'),
      ['ignored_auth error notes/security/token'],
    ],
    [
      'that ignores the second of two schemes that are required together',
      BOTH,
      good('key'),
      give('key', 'tenant'),
      ['ignored_auth error notes/security/key+tenant'],
    ],
    [
      'that ignores the first of two schemes that are required together',
      BOTH,
      good('tenant'),
      give('key', 'tenant'),
      ['ignored_auth error notes/security/key+tenant'],
    ],
    [
      'that checks the second of two required credentials only if it is sent',
      BOTH,
      ({ key, tenant }) => key === 'good' && tenant !== 'bad',
      give('key', 'tenant'),
      ['ignored_auth error notes/security/key+tenant'],
    ],
    [
      'that requires a second credential, but does not check its value',
      BOTH,
      ({ key, tenant }) => key === 'good' && tenant !== 'no',
      give('key', 'tenant'),
      ['ignored_auth error notes/security/key+tenant'],
    ],
    [
      'that ignores one of two cookies',
      [{ session: [], device: [] }],
      good('device'),
      ['-H', 'Cookie: sid=$SID; device=$DEVICE'],
      ['ignored_auth error notes/security/session+device'],
    ],
    [
      'that refuses requests without credentials, although credentials are optional',
      OPTIONAL,
      good('key'),
      give('key'),
      ['positive_data_acceptance error notes/security/none'],
    ],
    [
      'that answers requests without credentials with 403, although credentials are optional',
      [{}, { user: [] }],
      good('user'),
      give('user'),
      ['positive_data_acceptance error notes/security/none'],
      { documented: [], refuse: (_has, response) => void response.writeHead(403).end() },
    ],
  ]
  test.each(faulty)('%s', async (_name, security, lets, options, expected, style) => {
    const { found, code, out } = await gate(security, lets, options, style)
    const errors = found.filter((each) => each.includes(' error '))
    expect(errors.toSorted(), out).toEqual([...expected].toSorted())
    expect(code).toBe(1)
  })
})

describe('the security clauses', () => {
  test('pass for each security alternative that was exercised', async () => {
    const { report } = await gate(EITHER, any(good('key'), good('token')), give('key', 'token'))
    expect(clauses(report)).toEqual(['notes/security/key passed', 'notes/security/token passed'])
  })
  test('are not run for an alternative for which the user gave no credentials, and the reason names the option to add', async () => {
    const { report, code, out } = await gate(EITHER, any(good('key'), good('token')), give('key'))
    expect(clauses(report)).toEqual(['notes/security/key passed', 'notes/security/token not-run'])
    expect(report.runs[0]?.clauses.find(({ id }) => id === 'notes/security/token')?.because).toContain(
      '--credential token=VARIABLE',
    )
    expect(report.runs[0]?.coverage).toMatchObject({ reachable: 4, exercised: 3 })
    expect(code, out).toBe(0)
  })
  test('are not run for mutual TLS or for a key that is an alternative to mutual TLS', async () => {
    const { report, found } = await gate([{ certificate: [] }, { key: [] }], () => true, give('key'))
    expect(found).toEqual([])
    expect(clauses(report)).toEqual(['notes/security/certificate not-run', 'notes/security/key not-run'])
  })
  test('pass for a key that is required together with a client certificate', async () => {
    const { report, found } = await gate([{ certificate: [], key: [] }], good('key'), give('key'))
    expect(found).toEqual([])
    expect(clauses(report)).toEqual(['notes/security/certificate+key passed'])
  })
  test('pass for optional credentials if the server accepts requests with and without credentials', async () => {
    const { report } = await gate(OPTIONAL, (has) => has.key !== 'bad', give('key'))
    expect(clauses(report)).toEqual(['notes/security/key passed', 'notes/security/none passed'])
  })
  test('are not run for optional credentials if no credentials were given', async () => {
    const { report } = await gate(OPTIONAL, (has) => has.key !== 'bad', [])
    expect(clauses(report)).toEqual(['notes/security/key not-run', 'notes/security/none passed'])
  })
})

test.each<[string, Security, readonly string[]]>([
  ['no credentials', EITHER, []],
  ['only one of two credentials that are required together', BOTH, give('key')],
])('a run with %s exits 2 if the server requires credentials', async (_name, security, options) => {
  const { found, code } = await gate(security, () => false, options)
  expect(found.filter((each) => each.includes(' error '))).toEqual([])
  expect(code).toBe(2)
})

test('a security alternative for which no credentials are given causes no additional requests', async () => {
  const { requests } = await gate([{ key: [] }], good('key'), give('key'))
  const { requests: either } = await gate(EITHER, any(good('key'), good('token')), give('key'))
  expect(either).toBe(requests)
})
