import { describe, expect, test } from 'vitest'
import type { Case } from '../../../src/cases/case.ts'
import { publishExchange } from '../../../src/redaction/redaction.ts'
import type { Exchange, RawAnswer, RawRequest } from '../../../src/exchanges/exchange.ts'
import type { Operation } from '../../../src/operations/operation.ts'
import { orderCase, orderOperation } from '../exchanges/order-case.ts'

const request: RawRequest = { method: 'PUT', target: '/base/orders/7', headers: [['Accept', 'application/json']] }
const answered = (
  body: string | Uint8Array,
  headers: RawAnswer['headers'] = [['content-type', 'application/json']],
): RawAnswer => ({
  status: 200,
  headers,
  body: typeof body === 'string' ? Buffer.from(body) : body,
})

function redact(more: {
  request?: Partial<RawRequest>
  answer?: Exchange['answer']
  case?: Partial<Case>
  operation?: Partial<Operation>
}) {
  const exchange = {
    request: { ...request, ...more.request },
    answer: more.answer ?? answered(''),
    sentAt: '',
    milliseconds: 1,
  }
  const aCase = orderCase({ send: { path: { orderId: 7 } }, ...more.case }, more.operation)
  return publishExchange(exchange, aCase, { api: 'api', showValues: false })
}

const bodyOf = (answer: RawAnswer, operation: Partial<Operation> = {}): unknown => {
  const { answer: redacted } = redact({ answer, operation })
  return 'body' in redacted ? redacted.body : redacted
}

/** Returns the responses of the fixture's operation, each with the schema `Order`. */
function withSchema(): Partial<Operation> {
  const { document, responses } = orderOperation()
  const address = `${document.root.address}/components/schemas/Order`
  const value = document.resolve(address).value as { readonly type: string }
  const schema = { document, address, pointer: '', value }
  return {
    responses: responses.map((each) => ({
      ...each,
      content: [{ address, pointer: '', range: 'application/json', examples: [], schema }],
    })),
  }
}

describe('a published response', () => {
  test.each([
    ['{"name":"Ada Lovelace"}', '{"name":"<string 12>"}'],
    ['[1,2.5,true,null,""]', '["<integer>","<number>","<boolean>",null,"<string 0>"]'],
    ['{"id":"2026-01-01T10:00:00+02:00"}', '{"id":"<date-time +02:00>"}'],
    ['{"id":"2026-01-01T10:00:00"}', '{"id":"<date-time without zone>"}'],
    ['{"id":"0b1f8a3e-64a5-4f2c-9d0e-1c2b3a4d5e6f","name":"2026-01-01"}', '{"id":"<uuid>","name":"<date>"}'],
    ['[1,2,3,4,5,6,7]', '["<integer>","<integer>","<integer>","<integer>","<integer>","<2 more>"]'],
    ['"Ada"', '"<string 3>"'],
    ['{"a":', '<5 bytes that are not JSON>'],
    ['<h1>Ada</h1>', '<12 bytes that are not JSON>'],
    ['', ''],
  ])('shows %s as %s', (body, redacted) => {
    expect(bodyOf(answered(body))).toBe(redacted)
  })

  test('shows property names that the document has, and only the length of other property names', () => {
    const said = '{"Ada Lovelace":1,"Smith-Mary":2,"SMITH":3,"1815":4,"id":5,"status":6,"detail":7}'
    expect(JSON.parse(String(bodyOf(answered(said))))).toEqual({
      '<name 12>': '<integer>',
      '<name 10>': '<integer>',
      '<name 5>': '<integer>',
      '<name 4>': '<integer>',
      id: '<integer>',
      status: '<integer>',
      detail: '<integer>',
    })
  })

  test('distinguishes undocumented names of the same length by numbers', () => {
    const body = bodyOf(answered('{"Smith":1,"Jones":"a","Blake":true}'))
    expect(body).toBe('{"<name 5>":"<integer>","<name 5> 2":"<string 1>","<name 5> 3":"<boolean>"}')
  })

  test('shows an enum value only in a property whose enum has the value', () => {
    const body = answered('{"id":1,"status":"OPEN","other":"OPEN"}')
    expect(bodyOf(body, withSchema())).toBe('{"id":"<integer>","status":"OPEN","other":"<string 4>"}')
    expect(bodyOf(answered('{"status":"open"}'), withSchema())).toBe('{"status":"<string 4>"}')
  })

  test('shows only the size of a body that is not UTF-8', () => {
    expect(bodyOf(answered(Buffer.from([0x22, 0xff, 0x22])))).toBe('<3 bytes that are not JSON>')
  })

  test('shows the names of standard headers, and the values of Content-Type and Allow', () => {
    const { answer } = redact({
      answer: answered('', [
        ['content-type', 'application/json; charset=utf-8'],
        ['allow', 'PUT, GET'],
        ['set-cookie', 'session=abc'],
        ['x-count', '12'],
      ]),
    })
    expect(answer).toMatchObject({
      status: 200,
      headers: [
        ['content-type', 'application/json; charset=utf-8'],
        ['allow', 'PUT, GET'],
        ['set-cookie', '<string 11>'],
        ['<name 7>', '<digits 2>'],
      ],
    })
  })

  test('redacts malformed content-type and allow headers', () => {
    const { answer } = redact({
      answer: answered('', [
        ['content-type', 'for Ada Lovelace'],
        ['allow', 'Ada'],
      ]),
    })
    expect(JSON.stringify(answer)).not.toContain('Ada')
  })

  test('shows the message of a transport failure', () => {
    expect(redact({ answer: { kind: 'reset', message: 'closed' } }).answer).toEqual({ failure: 'closed' })
  })
})

describe('a published request', () => {
  test('shows values that the case contains', () => {
    const { request: shown } = redact({
      request: {
        target: '/base/orders/7?page=2',
        body: Buffer.from('{"note":"ours"}'),
        headers: [
          ['Accept', 'a/b'],
          ['X-Own', '1'],
          ['Prefer', 'code=409'],
        ],
      },
      case: { send: { path: { orderId: 7 }, query: { page: 2 }, headers: { 'x-own': 1 }, body: { note: 'ours' } } },
    })
    expect(shown).toEqual({
      method: 'PUT',
      target: '/base/orders/7?page=2',
      headers: [
        ['Accept', 'a/b'],
        ['X-Own', '1'],
        ['Prefer', 'code=409'],
      ],
      body: '{"note":"ours"}',
    })
  })

  test('hides values of a provider state', () => {
    const { request: shown } = redact({
      request: {
        target: '/base/orders/0b1f8a3e-64a5-4f2c-9d0e-1c2b3a4d5e6f?room=12',
        body: Buffer.from('{"a":"2026-01-01","b":"ours","c":[5,{"d":"Ada"}]}'),
      },
      case: {
        send: {
          query: { room: { $state: '/values/room' } },
          body: { a: { $state: '/values/day' }, b: 'ours', c: [5, { d: { $state: '/given/name' } }] },
        },
      },
    })
    expect(shown.target).toBe('/base/orders/<uuid>?room=<digits 2>')
    expect(shown.body).toBe('{"a":"<date>","b":"ours","c":[5,{"d":"<string 3>"}]}')
  })

  test('shows the body that a case gives as literal text (`raw`)', () => {
    expect(redact({ request: { body: Buffer.from('{"a":') }, case: { send: { raw: '{"a":' } } }).request.body).toBe(
      '{"a":',
    )
  })

  test('hides a body that is not part of the case', () => {
    expect(redact({ request: { body: Buffer.from('{"name":"Ada"}') } }).request.body).toBe('<string 14>')
  })

  const security = [
    {
      address: '',
      pointer: '',
      schemes: [
        { name: 'k', type: 'apiKey', address: '', scopes: [], in: 'header', parameter: 'X-Api-Key' },
        { name: 'q', type: 'apiKey', address: '', scopes: [], in: 'query', parameter: 'key' },
      ],
    },
  ] as const

  test.each<[string, readonly [string, string]]>([
    ['Bearer <secret>', ['Authorization', 'Bearer s3cr3t']],
    ['Basic <secret>', ['authorization', 'Basic s3cr3t']],
    ['<secret>', ['Authorization', 's3cr3t']],
    ['<secret>', ['X-Api-Key', 's3cr3t']],
    ['<secret>', ['Cookie', 'a=s3cr3t']],
    ['<secret>', ['X-From-The-Command-Line', 's3cr3t']],
  ])('shows a credential as %s', (shown, header) => {
    const { request: redacted } = redact({
      request: { headers: [header], target: '/orders/7?key=s3cr3t' },
      operation: { security },
    })
    expect(redacted.headers).toEqual([[header[0], shown]])
    expect(redacted.target).toBe('/orders/7?key=<secret>')
  })

  test('hides a header that is sent twice', () => {
    const { request: shown } = redact({
      request: {
        headers: [
          ['X-Own', '1'],
          ['x-own', 's3cr3t'],
        ],
      },
      case: { send: { headers: { 'X-Own': 1 } } },
    })
    expect(JSON.stringify(shown)).not.toContain('s3cr3t')
  })

  test('shows the malformed credentials that the gate invented', () => {
    const { request: shown } = redact({
      request: { headers: [['Authorization', 'Bearer not a credential']] },
      case: { as: 'malformed' },
    })
    expect(shown.headers).toEqual([['Authorization', 'Bearer not a credential']])
  })
})
