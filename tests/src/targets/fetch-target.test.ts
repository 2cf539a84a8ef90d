import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { isAnswer, type RawRequest } from '../../../src/exchanges/exchange.ts'
import { fetchTarget, hiddenByFetch } from '../../../src/targets/fetch-target.ts'
import { SANDBOX_SHOWS } from '../../../src/targets/sandbox.ts'
import { orderCase } from '../exchanges/order-case.ts'

const update: RawRequest = {
  method: 'PATCH',
  target: '/base/orders/a%2Fb?x=1&x=2',
  headers: [
    ['X-Own', '1'],
    ['Content-Type', 'text/weird'],
  ],
  body: Buffer.from([0x7b, 0xff]),
}
const target = (fetch: (request: Request) => Response | Promise<Response>) =>
  fetchTarget({ name: 'sandbox', baseUrl: 'http://inside.example/base', shows: SANDBOX_SHOWS, fetch, maxBytes: 1_000 })

test('a target that calls a fetch function sends and receives bytes unchanged', async () => {
  const seen: unknown[] = []
  const answer = await target(async (request) => {
    seen.push(request.method, request.url, request.headers.get('content-type'), [
      ...new Uint8Array(await request.arrayBuffer()),
    ])
    return new Response(Buffer.from([0xff, 0x00]), { status: 418, headers: { 'X-Answer': 'yes' } })
  }).send(update)
  expect(seen).toEqual(['PATCH', 'http://inside.example/base/orders/a%2Fb?x=1&x=2', 'text/weird', [0x7b, 0xff]])
  expect(answer).toMatchObject({ status: 418, headers: [['x-answer', 'yes']] })
  expect(isAnswer(answer) && [...answer.body]).toEqual([0xff, 0x00])
})

test.each<[string, () => Response | Promise<Response>, object]>([
  [
    'a fetch that throws',
    () => Promise.reject(new Error('secret')),
    { kind: 'reset', message: 'the fetch of the target threw an error' },
  ],
  ['a body that is too large', () => new Response('x'.repeat(1_001)), { kind: 'too-large' }],
  [
    'a decompressed body that is too large',
    () => new Response(gzipSync('x'.repeat(9_999)), { headers: { 'content-encoding': 'gzip' } }),
    { kind: 'too-large' },
  ],
  ['a redirect', () => new Response(null, { status: 302, headers: { location: '/x' } }), { status: 302 }],
])(
  'a target that calls a fetch function returns the expected status or kind of failure for %s',
  async (_name, fetch, outcome) => {
    expect(await target(fetch).send(update)).toMatchObject(outcome)
  },
)

describe('requests that a fetch function cannot send', () => {
  test.each([
    ['TRACE', orderCase({ method: 'TRACE' })],
    ['a body with GET', orderCase({ method: 'GET', send: { body: {} } })],
    ['a body with HEAD', orderCase({ method: 'HEAD', send: { raw: 'x' } })],
    ['a dot segment in the path', orderCase({ send: { path: { orderId: '..' } } })],
    ['a Host header', orderCase({ send: { headers: { Host: 'elsewhere' } } })],
    ['a repeated header', orderCase({ send: { headers: { 'X-A': 1, 'x-a': 2 } } })],
  ])('make their cases not applicable: %s', (_name, aCase) => {
    expect(hiddenByFetch(aCase)).toMatch(/^`fetch` /)
  })

  test('do not include a path with a dot, or the method OPTIONS', () => {
    expect(
      hiddenByFetch(orderCase({ send: { path: { orderId: 'a.b' }, body: {}, headers: { 'X-A': 1 } } })),
    ).toBeUndefined()
    expect(hiddenByFetch(orderCase({ method: 'OPTIONS' }))).toBeUndefined()
  })

  test.each([
    ['a path that fetch would normalise', { ...update, target: '/a/../b' }],
    ['a body with GET', { ...update, method: 'GET' }],
    ['TRACE', { ...update, method: 'TRACE' }],
  ])('cause an error, instead of being sent with changes: %s', async (_name, request) => {
    let sent = 0
    const answer = await target(() => {
      sent += 1
      return new Response()
    }).send(request)
    expect(answer).toMatchObject({ kind: 'malformed' })
    expect(sent).toBe(0)
  })
})
