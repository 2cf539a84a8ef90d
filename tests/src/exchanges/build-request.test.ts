import { describe, expect, test } from 'vitest'
import { buildRequest } from '../../../src/exchanges/build-request.ts'
import type { RawRequest } from '../../../src/exchanges/exchange.ts'
import type { Credential } from '../../../src/exchanges/credentials/credential.ts'
import type { PreparedRequest } from '../../../src/exchanges/prepared-request.ts'
import type { Operation, SecurityScheme } from '../../../src/operations/operation.ts'
import { orderOperation, parameter } from './order-case.ts'

const at = { address: '', pointer: '' }
const tokens = { tokenFor: () => Promise.resolve('t0k3n') }
const scheme = (type: SecurityScheme['type'], more: Partial<SecurityScheme> = {}): SecurityScheme => ({
  name: type,
  type,
  address: '',
  scopes: [],
  ...more,
})
const oauth2 = scheme('oauth2', { tokenUrl: '/oauth/token' })
const key = (place: 'header' | 'query' | 'cookie'): SecurityScheme =>
  scheme('apiKey', { in: place, parameter: 'X-Api-Key' })
const way = (...schemes: SecurityScheme[]): Operation['security'][number] => ({ ...at, schemes })

function build(
  prepared: Partial<PreparedRequest>,
  more: { operation?: Partial<Operation>; credential?: Credential; baseUrl?: string } = {},
): Promise<RawRequest> {
  return buildRequest(
    {
      operation: orderOperation(more.operation),
      role: 'partner',
      path: { orderId: 7 },
      query: {},
      headers: {},
      ...prepared,
    },
    { credential: more.credential ?? { type: 'none' }, tokens, baseUrl: more.baseUrl ?? 'http://127.0.0.1:1' },
  )
}

const textOf = (request: RawRequest): string | undefined =>
  request.body === undefined ? undefined : Buffer.from(request.body).toString()

describe('the request line', () => {
  test.each([
    [7, '/orders/7'],
    ['a/b c', '/orders/a%2Fb%20c'],
    ["(it's)*!", '/orders/%28it%27s%29%2A%21'],
    ['..', '/orders/..'],
    ['ü', '/orders/%C3%BC'],
    [true, '/orders/true'],
    [null, '/orders/null'],
    ['', '/orders/'],
    ['$&', '/orders/%24%26'],
  ])('contains the path parameter %j as %s', async (orderId, target) => {
    expect((await build({ path: { orderId } })).target).toBe(target)
  })

  test('cannot be built without a value for each path parameter; the error names --param', async () => {
    await expect(build({ path: {} })).rejects.toMatchObject({
      code: 'bad-argument',
      message: expect.stringContaining('--param orderId='),
    })
  })

  test.each(['http://h/base', 'http://h/base/', 'http://h/base//'])(
    'contains the path of the base URL %s as a prefix',
    async (baseUrl) => {
      expect((await build({}, { baseUrl })).target).toBe('/base/orders/7')
    },
  )

  test('contains documented query parameters in document order, and after them the others in the given order', async () => {
    const operation = {
      parameters: [
        parameter('orderId', 'path', 'simple'),
        parameter('b', 'query', 'form'),
        parameter('a', 'query', 'form'),
      ],
    }
    const { target } = await build({ query: { z: 1, a: ['x', 'y'], b: 'p q' } }, { operation })
    expect(target).toBe('/orders/7?b=p%20q&a=x&a=y&z=1')
  })

  test('contains the given method instead of the method of the operation', async () => {
    expect((await build({ method: 'TRACE' })).method).toBe('TRACE')
    expect((await build({})).method).toBe('PUT')
  })
})

describe('buildRequest', () => {
  test('writes a JSON body with its properties in the given order', async () => {
    const request = await build({ body: { b: 1, a: [null, 'ü', '\ud800'] } })
    expect(textOf(request)).toBe('{"b":1,"a":[null,"ü","\\ud800"]}')
    expect(request.headers).toEqual([
      ['Accept', 'application/json'],
      ['Content-Type', 'application/json'],
    ])
  })

  test('writes the body null if null is given, and no body if no body is given', async () => {
    expect(textOf(await build({ body: null }))).toBe('null')
    expect(await build({})).not.toHaveProperty('body')
    expect((await build({})).headers).toEqual([['Accept', 'application/json']])
  })

  test('sends raw text byte for byte, even an empty text', async () => {
    expect(textOf(await build({ raw: '{"a":' }))).toBe('{"a":')
    const empty = await build({ raw: '' })
    expect(textOf(empty)).toBe('')
    expect(empty.headers).toContainEqual(['Content-Type', 'application/json'])
  })

  test('uses the given content type, or else the first JSON type of the document, or else the first type of the document', async () => {
    const typeOf = async (contentType: string | undefined, ...ranges: string[]): Promise<unknown> => {
      const content = ranges.map((range) => ({ ...at, range, examples: [] }))
      const request = await build(
        { body: {}, ...(contentType === undefined ? {} : { contentType }) },
        { operation: { requestBody: { ...at, required: true, content } } },
      )
      return request.headers.find(([name]) => name === 'Content-Type')?.[1]
    }
    expect(await typeOf('text/plain', 'application/json')).toBe('text/plain')
    expect(await typeOf(undefined, 'text/plain', 'application/merge-patch+json')).toBe('application/merge-patch+json')
    expect(await typeOf(undefined, 'application/x-www-form-urlencoded')).toBe('application/x-www-form-urlencoded')
    expect(await typeOf(undefined, 'application/*')).toBe('application/json')
    expect(await typeOf(undefined)).toBe('application/json')
  })

  test('omits Content-Type if withoutContentType is true', async () => {
    expect((await build({ withoutContentType: true, body: {} })).headers).toEqual([['Accept', 'application/json']])
  })

  test('writes a URL-encoded form', async () => {
    const contentType = 'application/x-www-form-urlencoded'
    const request = await build({ contentType, body: { a: 'x y', b: ['1', '2'] } })
    expect(textOf(request)).toBe('a=x%20y&b=1&b=2')
  })

  test('puts the given headers after the default headers; a given header overrides its default', async () => {
    const request = await build({ headers: { accept: 'text/csv', 'X-List': ['a', 'b'] }, body: {} })
    expect(request.headers).toEqual([
      ['Content-Type', 'application/json'],
      ['accept', 'text/csv'],
      ['X-List', 'a,b'],
    ])
  })

  test('builds equal requests from equal input', async () => {
    const sent = { query: { b: 1, a: 2 }, headers: { b: 1, a: 2 }, body: { b: 1, a: 2 } }
    expect(await build(sent)).toEqual(await build(structuredClone(sent)))
  })
})

describe('buildRequest with credentials', () => {
  const headersWith = async (
    prepared: Partial<PreparedRequest>,
    credential: Credential,
    ...security: Operation['security']
  ): Promise<unknown> => {
    const request = await build(prepared, { operation: { security }, credential })
    return [...request.headers.slice(1), ...(request.target.includes('?') ? [request.target.split('?')[1]] : [])]
  }
  const apiKey: Credential = { type: 'apiKey', value: 'k=1' }

  test.each<[string, Credential, SecurityScheme[], unknown[]]>([
    [
      'the token of an OAuth client',
      { type: 'oauth2', clientId: 'c', clientSecret: 's' },
      [oauth2],
      [['Authorization', 'Bearer t0k3n']],
    ],
    ['a token', { type: 'bearer', token: 'abc' }, [oauth2], [['Authorization', 'Bearer abc']]],
    [
      'a token',
      { type: 'bearer', token: 'abc' },
      [scheme('http', { scheme: 'bearer' })],
      [['Authorization', 'Bearer abc']],
    ],
    [
      'a name and a password',
      { type: 'basic', username: 'u', password: 'p' },
      [scheme('http', { scheme: 'basic' })],
      [['Authorization', 'Basic dTpw']],
    ],
    ['a key', apiKey, [key('header')], [['X-Api-Key', 'k=1']]],
    ['a key', apiKey, [key('query')], ['X-Api-Key=k%3D1']],
    ['a key', apiKey, [key('cookie')], [['Cookie', 'X-Api-Key=k%3D1']]],
    ['headers', { type: 'headers', headers: [['X-Own', '1']] }, [oauth2], [['X-Own', '1']]],
    [
      'a placeholder',
      { type: 'placeholder' },
      [oauth2, key('query')],
      [['Authorization', 'Bearer placeholder'], 'X-Api-Key=placeholder'],
    ],
  ])('puts %s into the part of the request that the scheme requires', async (_name, credential, schemes, added) => {
    expect(await headersWith({}, credential, way(...schemes))).toEqual(added)
  })

  test('uses the first security requirement that the credential satisfies, or else a requirement without credentials', async () => {
    expect(await headersWith({}, apiKey, way(), way(oauth2), way(key('header')))).toEqual([['X-Api-Key', 'k=1']])
    expect(await headersWith({}, apiKey, way(), way(oauth2))).toEqual([])
    expect(await headersWith({}, apiKey)).toEqual([])
  })

  test('throws for a credential that no security requirement accepts', async () => {
    await expect(headersWith({}, apiKey, way(oauth2))).rejects.toMatchObject({ code: 'bad-config' })
    await expect(headersWith({}, apiKey, way(scheme('mutualTLS')))).rejects.toMatchObject({ code: 'bad-config' })
  })

  test('adds nothing for mutual TLS', async () => {
    expect(await headersWith({}, { type: 'placeholder' }, way(scheme('mutualTLS')))).toEqual([])
  })

  test('sends no credential for the role anonymous', async () => {
    expect(await headersWith({ role: 'anonymous' }, apiKey, way(key('header')))).toEqual([])
  })

  test('for the role `malformed`, sends a malformed credential in the place that the security scheme names', async () => {
    expect(await headersWith({ role: 'malformed' }, { type: 'none' }, way(), way(oauth2))).toEqual([
      ['Authorization', 'Bearer not a credential'],
    ])
    expect(await headersWith({ role: 'malformed' }, { type: 'none' }, way(key('header')))).toEqual([
      ['X-Api-Key', 'not a credential'],
    ])
    expect(
      await headersWith({ role: 'malformed' }, { type: 'none' }, way(scheme('http', { scheme: 'basic' }))),
    ).toEqual([['Authorization', 'Basic %%%']])
  })
})
