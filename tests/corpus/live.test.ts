import type { IncomingMessage } from 'node:http'
import { describe, expect, test } from 'vitest'
import { inFolder } from '../support/in-folder.ts'
import { findingsOf, runGate, runMain } from '../support/run-main.ts'
import { example } from './documents.ts'
import { serve, type Answer, type Answers } from './serve.ts'

const LINKS = example('3.0/json/link-example.json')
const SECURITY = example('3.0/json/security.json')

const user = { username: 'alex', uuid: '1' }
const repository = { slug: 'website', owner: user }
const pull = { id: 1, title: 'Mend the door', repository, author: user }

/** Responds like a correct server of `link-example.json`, which has users, repositories and pull requests. */
function repositories({ method }: IncomingMessage, { pathname, searchParams }: URL): Answer {
  const [, version, kind, name, slug, part, id, verb] = pathname.split('/')
  if (version !== '2.0') return [404]
  if (method !== (verb === 'merge' ? 'POST' : 'GET')) return [405]
  if (name !== 'alex' || (slug ?? 'website') !== 'website' || (id ?? '1') !== '1') return [404]
  if (kind === 'users') return [200, user]
  if (verb === 'merge') return [204]
  if (id !== undefined) return [200, pull]
  const state = searchParams.get('state')
  if (part === 'pullrequests') return state !== null && !STATES.includes(state) ? [400] : [200, [pull]]
  return slug === undefined ? [200, [repository]] : [200, repository]
}
const STATES = ['open', 'merged', 'declined']

/** Responds like a correct server of `security.json`. A request without the right credential gets a 401. */
function guarded({ method, headers }: IncomingMessage, { pathname, searchParams }: URL): Answer {
  const refused: Answer = [401, undefined, { 'www-authenticate': 'Bearer' }]
  if (pathname === '/status/401') return refused
  const [, , scheme = ''] = pathname.split('/')
  if (method === 'TRACE' || method === 'OPTIONS') return [405]
  const isKnown = headers.authorization === 'Bearer let-me-in'
  const hasKey = headers['x-api-key'] === 'let-me-in' || searchParams.get('apiKey') === 'let-me-in'
  const isIn: Record<string, boolean> = { apiKey: hasKey, basic: false, 'no-auth': true, 'optional-auth': true }
  return (isIn[scheme] ?? isKnown) ? [200] : refused
}

/** Findings about the 404 for an unknown resource. The status is right, but the document does not declare it. */
const UNDOCUMENTED_404 = [
  'status_code_conformance drift getUserByName/responses',
  'status_code_conformance drift getRepositoriesByOwner/responses',
  'status_code_conformance drift getRepository/responses',
  'status_code_conformance drift getPullRequestsByRepository/responses',
]

describe('a run against a correct live server', () => {
  const NAMES = ['--param', 'username=alex', '--param', 'slug=website', '--param', 'pid=1']

  test('passes if --param supplies every path parameter', async () => {
    const url = await serve(repositories)
    const { code, report } = await runGate(['--spec', LINKS, '-u', url, ...NAMES])
    const expected = [
      ...UNDOCUMENTED_404,
      'status_code_conformance drift getPullRequestsById/responses',
      // The server answers an unknown `state` with 400. The document does not declare a 400.
      'status_code_conformance drift getPullRequestsByRepository/responses',
    ]
    expect(findingsOf(report).toSorted()).toEqual(expected.toSorted())
    expect(report.runs[0]?.because).toEqual([])
    expect(code).toBe(0)
  })

  test('is blocked if a path parameter has no value, and the reason names the parameter', async () => {
    const url = await serve(repositories)
    const one = ['--operation', 'getRepository', '--param', 'username=alex']
    const { code, report } = await runGate(['--spec', LINKS, '-u', url, ...one])
    expect([code, findingsOf(report)]).toEqual([2, ['status_code_conformance drift getRepository/responses']])
    expect(report.runs[0]?.because.join('\n')).toMatch(
      /path parameter slug of getRepository has no value.*--param slug=…/,
    )
  })

  test('passes if --param supplies one path parameter, and earlier responses supply the others', async () => {
    const url = await serve(repositories)
    const { code, report } = await runGate(['--spec', LINKS, '-u', url, '--param', 'username=alex'])
    expect(report.runs[0]?.because).toEqual([])
    expect(code).toBe(0)
    expect(report.runs[0]?.values).toEqual([
      'slug of /2.0/repositories/{username}/{slug}: from GET /2.0/repositories/{username}',
      'pid of /2.0/repositories/{username}/{slug}/pullrequests/{pid}: from GET /2.0/repositories/{username}/{slug}/pullrequests',
    ])
  })

  test('passes if the server accepts the given credentials and refuses missing and malformed credentials', async () => {
    const url = await serve(guarded)
    const headers = ['-H', 'Authorization: Bearer let-me-in', '-H', 'X-API-KEY: let-me-in']
    const only = ['post /anything/bearer', 'put /anything/apiKey', 'post /anything/no-auth'].flatMap((id) => [
      '--operation',
      id,
    ])
    const { code, report } = await runGate(['--spec', SECURITY, '-u', url, ...headers, ...only])
    expect([code, findingsOf(report)]).toEqual([0, []])
    const security = report.runs.flatMap(({ clauses }) => clauses.filter(({ kind }) => kind === 'security'))
    expect(security.map(({ state, by }) => [state, by.map((path) => path.split('/').at(-1)).toSorted()])).toEqual([
      ['passed', ['anonymous', 'base', 'malformed']],
      ['passed', ['anonymous', 'base', 'malformed']],
    ])
  })

  test('sends a DELETE request only with --allow-destructive; without this option, prints the reason', async () => {
    const url = await serve(guarded)
    const only = ['--operation', 'delete /anything/oauth2', '--operation', 'post /anything/no-auth']
    const asked = ['--spec', SECURITY, '-u', url, '-H', 'Authorization: Bearer let-me-in', ...only]
    const { out, err, report } = await runGate(asked)
    expect(report.runs[0]?.cases.filter(({ operation }) => operation.startsWith('delete'))).toEqual([])
    expect(out).toContain('the method is DELETE; pass --allow-destructive to send it')
    expect(err).toMatch(
      /^security on live: 1 of 2 operations writes; 1 destructive operation is not sent \(--allow-destructive\)\n/,
    )
    const allowed = await runGate([...asked, '--allow-destructive'])
    expect(allowed.err).toMatch(/^security on live: 2 of 2 operations write\n/)
    expect([allowed.code, allowed.out.includes('--allow-destructive')]).toEqual([0, false])
  })
})

describe('a dry run against a live server', () => {
  test('prints how many operations write, and gives the reason for each operation that is not sent', async () => {
    const url = 'http://127.0.0.1:1'
    const { out } = await runMain(['gate', '--spec', SECURITY, '-u', url, '--dry-run', '--path', '/anything/oauth2'])
    expect(out).toContain('3 of 5 operations write; 1 destructive operation is not sent (--allow-destructive)')
    expect(out).toContain(
      '- delete /anything/oauth2\n    not sent: the method is DELETE; pass --allow-destructive to send it',
    )
  })

  test('leaves out the operations that --exclude-operation names', async () => {
    const options = ['--path', '/anything/oauth2', '--exclude-operation', 'delete /anything/oauth2']
    const { out } = await runMain(['gate', '--spec', SECURITY, '-u', 'http://127.0.0.1:1', '--dry-run', ...options])
    expect(out).toContain('+ put/anything/oauth2/valid/base')
    expect(out).not.toMatch(/delete ?.anything/)
  })
})

describe('a run against a server that gives the same response to every request', () => {
  const blockedBy = async (answer: Answer, ...more: string[]): Promise<readonly [number, string[], string]> => {
    const url = await serve(() => answer)
    const { code, report } = await runGate(['--spec', more[0] ?? LINKS, '-u', url, ...more.slice(1)])
    return [code, findingsOf(report), report.runs[0]?.because.join('\n').replaceAll(url, 'URL') ?? '']
  }

  test('is blocked if the response is a 404, and the reason names the parameters to set', async () => {
    const [code, findings, because] = await blockedBy(
      [404],
      LINKS,
      '--operation',
      'getUserByName',
      '--param',
      'username=x',
    )
    expect([code, findings]).toEqual([2, ['status_code_conformance drift getUserByName/responses']])
    expect(because).toContain(
      'give values that exist with --param username=…, and check that URL is the base URL of the API',
    )
    expect(because).toContain('no clause was exercised')
  })

  test('is blocked if the response is a 401, and the reason names the credential to set', async () => {
    const [code, findings, because] = await blockedBy([401], SECURITY, '--operation', 'put /anything/apiKey')
    expect([code, findings]).toEqual([2, []])
    expect(because).toContain('add --credential apiKey_header=VARIABLE')
  })
})

const ORDERS = `
openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    post:
      operationId: createOrder
      requestBody:
        required: true
        content:
          application/json:
            schema: { type: object, required: [note], properties: { note: { type: string } } }
      responses:
        '201':
          description: made
          content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: string } } } } }
          links:
            byId: { operationId: getOrder, parameters: { orderId: $response.body#/id } }
        '400': { description: not so }
        '409': { description: there is one already }
  /orders/{orderId}:
    get:
      operationId: getOrder
      parameters: [{ name: orderId, in: path, required: true, schema: { type: string } }]
      responses:
        '200': { description: there, content: { application/json: { schema: { type: object } } } }
        '404': { description: not there }
`

describe('responses that depend on data on the server', () => {
  const isOrder = (body: string): boolean => {
    try {
      const order = JSON.parse(body) as { note?: unknown } | null
      return typeof order?.note === 'string'
    } catch {
      return false
    }
  }
  const orders =
    (made: Answer): Answers =>
    ({ method, headers }, { pathname }, body) => {
      if (pathname === '/orders/o-7') return method === 'GET' ? [200, { id: 'o-7' }] : [405]
      if (pathname !== '/orders') return [404]
      if (method !== 'POST') return [405]
      return headers['content-type']?.startsWith('application/json') === true && isOrder(body) ? made : [400]
    }
  const run = (made: Answer, ...more: string[]): ReturnType<typeof runGate> =>
    serve(orders(made)).then((url) =>
      inFolder({ 'orders.yaml': ORDERS }, () => runGate(['--spec', 'orders.yaml', '-u', url, ...more])),
    )

  test('a link in a response supplies the value of a path parameter', async () => {
    const { code, report } = await run([201, { id: 'o-7' }])
    expect([findingsOf(report), report.runs[0]?.because, code]).toEqual([[], [], 0])
    expect(
      report.runs[0]?.cases.filter(({ operation }) => operation === 'getOrder').map(({ status }) => status),
    ).toContain(200)
    expect(report.runs[0]?.counts.controlRequests).toBe(0)
    expect(JSON.stringify(report)).not.toContain('o-7')
  })

  test('a case whose path parameter gets its value from a link can be replayed alone', async () => {
    const url = await serve(orders([201, { id: 'o-7' }]))
    const replayed = ['replay', '--spec', 'orders.yaml', '-u', url, '--case', 'getOrder/valid/base']
    const { code, out } = await inFolder({ 'orders.yaml': ORDERS }, () => runMain(replayed))
    expect(out).toMatch(/1 case in 3 requests/)
    expect(code).toBe(0)
  })

  test('a documented 409 to a valid request makes the case blocked', async () => {
    const { report } = await run([409], '--operation', 'createOrder')
    const base = report.runs[0]?.cases.find(({ path }) => path === 'createOrder/valid/base')
    expect([base?.verdict, base?.because]).toEqual([
      'blocked',
      expect.stringContaining('put the server into a state that allows the request'),
    ])
    expect(findingsOf(report)).toEqual([])
  })

  test.each([
    [409, 'a state that allows the request, yourself or with a --setup module'],
    [429, 'send fewer requests with --rate 1/s'],
  ])(
    'a server that answers every request with %i makes the run blocked, and the reason says what to do',
    async (status, next) => {
      const url = await serve(() => [status])
      const { code, report } = await inFolder({ 'orders.yaml': ORDERS }, () =>
        runGate(['--spec', 'orders.yaml', '-u', url, '--operation', 'createOrder', '--budget', '2']),
      )
      expect([
        code,
        report.runs[0]?.verdict,
        findingsOf(report).filter((each) => !each.startsWith('unsupported_method')),
      ]).toEqual([2, 'blocked', []])
      expect(report.runs[0]?.because.join('\n')).toContain(next)
    },
  )

  test('a 400 to a valid request is a finding', async () => {
    const { code, report } = await run([400], '--operation', 'createOrder')
    expect(code).toBe(1)
    expect(findingsOf(report)[0]).toContain('positive_data_acceptance error')
  })
})
