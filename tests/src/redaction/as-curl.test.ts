import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { Case } from '../../../src/cases/case.ts'
import { asCurl } from '../../../src/redaction/as-curl.ts'
import type { RawRequest } from '../../../src/exchanges/exchange.ts'
import { openHttpClient } from '../../../src/exchanges/http-client.ts'
import { orderCase } from '../exchanges/order-case.ts'
import { listenRaw } from '../exchanges/servers.ts'

const hasCurl = spawnSync('curl', ['--version']).status === 0
const to = { api: 'lobbie', baseUrl: 'http://127.0.0.1:1/base' }
const key = { name: 'k', type: 'apiKey', address: '', scopes: [], in: 'header', parameter: 'X-Api-Key' } as const
const operation = { security: [{ address: '', pointer: '', schemes: [key] }] }

const update: RawRequest = {
  method: 'PUT',
  target: '/base/orders/7',
  headers: [
    ['Accept', 'application/json'],
    ['Content-Type', 'application/json'],
    ['Authorization', 'Bearer s3cr3t'],
  ],
  body: Buffer.from('{"note":"it\'s"}'),
}

test('a curl command contains the values of a case unchanged, and secrets as shell variables', () => {
  const aCase = orderCase({ send: { path: { orderId: 7 }, body: { note: "it's" } } })
  expect(asCurl(update, aCase, to)).toBe(
    'curl -sS -i -g --path-as-is -X PUT http://127.0.0.1:1/base/orders/7' +
      " -H 'Accept: application/json' -H 'Content-Type: application/json' -H 'Authorization: Bearer '\"$LOBBIE_TOKEN\"" +
      ` --data-binary '{"note":"it'\\''s"}'`,
  )
})

test('a value of a provider state is a shell variable in a curl command, named after the parameter or field', () => {
  const aCase = orderCase({ send: { body: { room: { $state: '/values/room' }, size: { $state: '/values/size' } } } })
  const line = asCurl({ ...update, body: Buffer.from('{"room":"R1","size":3}') }, aCase, to)
  expect(line).toContain('http://127.0.0.1:1/base/orders/"$ORDER_ID"')
  expect(line).toContain(`'{"room":"'"$BODY_ROOM"'","size":'"$BODY_SIZE"'}'`)
})

test.each<[string, readonly [string, string], string]>([
  ['an API key', ['X-Api-Key', 's3cr3t'], `-H 'X-Api-Key: '"$LOBBIE_X_API_KEY"`],
  ['a name and password', ['Authorization', 'Basic s3cr3t'], `-H 'Authorization: Basic '"$LOBBIE_BASIC"`],
  ['a header that the user added', ['X-Tenant', 's3cr3t'], `-H 'X-Tenant: '"$LOBBIE_X_TENANT"`],
  ['a cookie', ['Cookie', 's3cr3t'], `-H 'Cookie: '"$LOBBIE_COOKIE"`],
])('a curl command has %s as a shell variable', (_name, header, flag) => {
  const line = asCurl({ ...update, headers: [header] }, orderCase({ send: {} }, operation), to)
  expect(line).toContain(flag)
  expect(line).not.toContain('s3cr3t')
})

test('a curl command contains an Idempotency-Key unchanged, and an ETag of the server as a shell variable', () => {
  const headers = [
    ['Idempotency-Key', 'e3e99f32'],
    ['If-Match', '"s3cr3t"'],
  ] as const
  const own = orderCase({ send: { headers: { 'Idempotency-Key': 'a', 'If-Match': 'a' } } })
  const line = asCurl({ ...update, headers }, own, to)
  expect(line).toContain(`-H 'Idempotency-Key: e3e99f32' -H 'If-Match: '"$IF_MATCH"`)
  expect(line).not.toContain('s3cr3t')
})

const sends: [string, Partial<RawRequest>, Partial<Case>][] = [
  ['an update', {}, { send: { path: { orderId: 7 }, body: { note: "it's" } } }],
  ['a request without headers of its own', { headers: [] }, { send: { path: { orderId: 7 }, body: { note: "it's" } } }],
  ['no body', { headers: [], body: undefined } as unknown as Partial<RawRequest>, { send: { path: { orderId: 7 } } }],
  ['an empty body', { body: Buffer.from('') }, { send: { path: { orderId: 7 }, raw: '' } }],
  [
    'malformed JSON',
    { body: Buffer.from('{"a":\n\t"$HOME `x` \\"') },
    { send: { path: { orderId: 7 }, raw: '{"a":\n\t"$HOME `x` \\"' } },
  ],
  [
    'a body that curl could take for a file name (@file)',
    { body: Buffer.from('@/etc/hosts') },
    { send: { path: { orderId: 7 }, raw: '@/etc/hosts' } },
  ],
  [
    'non-ASCII characters',
    { body: Buffer.from('"ü😀\u2028"') },
    { send: { path: { orderId: 7 }, raw: '"ü😀\u2028"' } },
  ],
  [
    'a path that does not match the operation',
    { target: '/base/orders/..?a[]={1-3}&b=%20' },
    { send: { path: { orderId: '..' }, query: { 'a[]': '{1-3}', b: ' ' }, raw: '{"note":"it\'s"}' } },
  ],
  [
    'an empty header',
    {
      headers: [
        ['X-Empty', ''],
        ['Accept', '*/*'],
        ['Content-Type', 'a/b'],
      ],
    },
    { send: { path: { orderId: 7 }, headers: { 'X-Empty': '' }, raw: '{"note":"it\'s"}' } },
  ],
  ['another method', { method: 'PROPFIND' }, { send: { path: { orderId: 7 }, body: { note: "it's" } } }],
  [
    'a value of a provider state',
    { target: '/base/orders/a%2Fb' },
    { send: { body: { note: { $state: '/given/note' } } } },
  ],
]

describe.skipIf(!hasCurl)('the printed curl command (skipped if curl is not installed)', () => {
  test.each(sends)('sends the same bytes as the gate: %s', async (_name, more, aCase) => {
    const request: RawRequest = { ...update, ...more }
    if (request.body === undefined) Reflect.deleteProperty(request, 'body')
    const received: string[] = []
    const server = await listenRaw((socket, bytes) => {
      received.push(bytes.toString())
      setTimeout(() => socket.end('HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n'), 20)
    })
    const client = openHttpClient(server.url)
    await client.send(request)
    const line = asCurl(request, orderCase(aCase), { ...to, baseUrl: server.url })
    const variables = { LOBBIE_TOKEN: 's3cr3t', ORDER_ID: 'a%2Fb', BODY_NOTE: "it's" }
    await promisify(execFile)('sh', ['-c', line], { env: { ...process.env, ...variables } })
    await client.close()
    await server.close()
    const [ours = '', theirs] = [received[0], received.slice(1).join('')]
    expect(comparable(theirs)).toEqual(comparable(ours))
    expect(line).not.toContain('s3cr3t')
  })
})

/**
 * Returns the parts that must be equal in the requests of the gate and of curl: the request line, the body, and the
 * headers that clients do not set on their own.
 */
function comparable(text: string): unknown {
  const [head = '', ...body] = text.split('\r\n\r\n')
  const [line, ...headers] = head.split('\r\n')
  const own = headers.filter((header) => !/^(host|user-agent|connection|content-length):/i.test(header))
  return { line, headers: own.map((header) => header.trim()), body: body.join('\r\n\r\n') }
}
