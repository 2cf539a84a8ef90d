import { describe, expect, test } from 'vitest'
import { createCall } from '../../../src/client/client.ts'
import type { ContractOperation, ParameterContract, RequestBodyContract } from '../../../src/client/contract.ts'
import { encodeForm } from '../../../src/client/requests/encode-form.ts'
import { serializeParameter } from '../../../src/client/requests/serialize-parameter.ts'
import { BASE_URL, rejection } from './fixtures.ts'

interface Seen {
  url: string
  headers: Record<string, string>
  body?: string | Uint8Array
}

/**
 * Makes a client of one operation with these parameters, and sends one request with this body. Returns the URL, headers
 * and body that reached `fetch`.
 */
async function sent(
  parameters: readonly Omit<ParameterContract, 'required'>[],
  input: Record<string, unknown>,
  requestBody?: RequestBodyContract,
): Promise<Seen> {
  const seen: Seen[] = []
  const operation: ContractOperation = {
    id: 'send',
    method: 'POST',
    path: '/slots/{day}',
    security: [],
    parameters: [...parameters.map((each) => ({ required: false, serialize: serializeParameter, ...each })), day],
    ...(requestBody === undefined ? {} : { requestBody }),
    responses: { '204': { content: {}, headers: [] } },
  }
  const call = createCall(
    { schemes: {}, operations: { send: operation } },
    {
      baseUrl: BASE_URL,
      fetch: async (url, init) => {
        seen.push({ url, ...init })
        return new Response(null, { status: 204 })
      },
    },
    {},
  )
  await call(operation, { path: { day: 'mon' }, ...input })
  return seen[0] ?? { url: '', headers: {} }
}

const day: ParameterContract = { in: 'path', name: 'day', required: true }
const LIST = [1, 2]
const PAGE = { offset: 3 }

describe('parameters are serialized in their style', () => {
  test.each([
    ['query, form', { in: 'query', name: 'q' }, LIST, '?q=1&q=2'],
    ['query, form, explode: false', { in: 'query', name: 'q', explode: false }, LIST, '?q=1,2'],
    ['query, spaceDelimited', { in: 'query', name: 'q', style: 'spaceDelimited', explode: false }, LIST, '?q=1%202'],
    ['query, pipeDelimited', { in: 'query', name: 'q', style: 'pipeDelimited', explode: false }, LIST, '?q=1%7C2'],
    ['query, form, for an object', { in: 'query', name: 'q' }, PAGE, '?offset=3'],
    ['query, deepObject', { in: 'query', name: 'q', style: 'deepObject', explode: true }, PAGE, '?q%5Boffset%5D=3'],
    ['query, allowReserved: true', { in: 'query', name: 'q', allowReserved: true }, 'a/b', '?q=a/b'],
    [
      'query, as JSON content',
      { in: 'query', name: 'q', contentType: 'application/json' },
      PAGE,
      '?q=%7B%22offset%22%3A3%7D',
    ],
    ['query, not at all if the value is undefined', { in: 'query', name: 'q' }, undefined, ''],
  ] as const)('in the %s', async (_what, parameter, value, query) => {
    expect((await sent([parameter], { query: { q: value } })).url).toBe(`${BASE_URL}/slots/mon${query}`)
  })

  test.each([
    ['label', false, LIST, '.1,2'],
    ['label', true, LIST, '.1.2'],
    ['matrix', false, LIST, ';day=1,2'],
    ['matrix', true, PAGE, ';offset=3'],
    ['simple', false, PAGE, 'offset,3'],
    ['simple', true, PAGE, 'offset=3'],
  ] as const)('in the path, %s, explode: %s', async (style, explode, day, segment) => {
    const { url } = await sent([{ in: 'path', name: 'day', style, explode }], { path: { day } })
    expect(url).toBe(`${BASE_URL}/slots/${segment}`)
  })

  test('in headers and cookies', async () => {
    const { headers } = await sent(
      [
        { in: 'header', name: 'X-Ids' },
        { in: 'cookie', name: 'seen', explode: false },
        { in: 'cookie', name: 'lang' },
      ],
      { header: { 'X-Ids': LIST }, cookie: { seen: LIST, lang: 'a b' } },
    )
    expect(headers).toMatchObject({ 'x-ids': '1,2', cookie: 'seen=1,2; lang=a%20b' })
  })
})

const body = (contentType: string, more: Partial<RequestBodyContract> = {}): RequestBodyContract => ({
  required: true,
  contentType,
  encode: encodeForm,
  partial: false,
  ...more,
})

describe('bodies are encoded as their media type requires', () => {
  test('as a URL-encoded form', async () => {
    const { headers, body: text } = await sent(
      [],
      { body: { a: 'b c', n: LIST, gone: undefined } },
      body('application/x-www-form-urlencoded', { encodings: { n: { explode: false } } }),
    )
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(text).toBe('a=b%20c&n=1,2')
  })

  test('as multipart with a Blob; the part keeps the type of the Blob if the document allows this type', async () => {
    const scan = new Blob(['%PDF'], { type: 'application/pdf' })
    const encodings = { scan: { contentType: 'image/png, application/pdf', isFile: true } }
    const { headers, body: text } = await sent(
      [],
      { body: { scan, copies: 2 } },
      body('multipart/form-data', { encodings }),
    )
    const [, boundary = ''] = /^multipart\/form-data; boundary=(.+)$/.exec(headers['content-type'] ?? '') ?? []
    expect(String(text).split(`--${boundary}`)).toEqual([
      '',
      '\r\nContent-Disposition: form-data; name="scan"; filename="scan.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF\r\n',
      '\r\nContent-Disposition: form-data; name="copies"\r\n\r\n2\r\n',
      '--\r\n',
    ])
  })

  test('as multipart, in which binary bytes stay unchanged', async () => {
    const bytes = Uint8Array.of(0xff, 0x00, 0xfe)
    const { body: all } = await sent(
      [],
      { body: { scan: [bytes, new File([bytes], 'a.gif')] } },
      body('multipart/form-data'),
    )
    const text = Buffer.from(all ?? '').toString('latin1')
    expect(text.split('\r\n\r\n\u00ff\u0000\u00fe\r\n')).toHaveLength(3)
    expect(text).toContain('filename="a.gif"')
  })

  test('as the bytes of a Blob', async () => {
    const { headers, body: text } = await sent([], { body: new Blob(['abc']) }, body('application/octet-stream'))
    expect([headers['content-type'], text]).toEqual(['application/octet-stream', 'abc'])
  })
})

describe('a request body', () => {
  test.each([
    ['a Blob in JSON', 'application/json', { scan: new Blob([]) }, '/scan'],
    ['a Blob in a form', 'application/x-www-form-urlencoded', { scan: new Blob([]) }, '/scan'],
    ['an object as XML', 'application/xml', { a: 1 }, ''],
    ['NaN in multipart', 'multipart/form-data', { a: Number.NaN }, '/a'],
  ])('is refused if its media type cannot represent the value: %s', async (_what, type, value, at) => {
    const error = await rejection(sent([], { body: value }, body(type)))
    expect(error).toMatchObject({ name: 'RequestRefused', at })
  })

  test('of type multipart may contain a Blob where the schema has a string', async () => {
    const check = () => [{ keyword: '/properties/scan/type', at: '/scan', expected: 'string' }]
    const scan = new Blob(['x'])
    await expect(sent([], { body: { scan } }, body('multipart/form-data', { check }))).resolves.toBeDefined()
  })
})
