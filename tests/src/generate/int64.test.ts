import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadClient } from '../../../proof/generated/load-client.ts'
import type { Fetch } from '../../../src/client/sending/fetch.ts'
import { int64Json } from '../../../src/client/answers/int64-json.ts'
import { documentFromText } from '../../../src/document/read-document.ts'
import { generate } from '../../../src/generate/generate.ts'
import { compile } from './compile.ts'

const HEAD = 'openapi: 3.1.0\ninfo: { title: Ids, version: 1.0.0 }\n'
const text = `${HEAD}paths:
  /items/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: integer, format: int64 } }
      - { name: of, in: query, schema: { type: array, items: { $ref: '#/components/schemas/Id' } } }
    put:
      operationId: putItem
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Item' } } } }
      responses:
        '200':
          description: ok
          headers: { X-Id: { schema: { type: integer, format: int64 } } }
          content: { application/json: { schema: { $ref: '#/components/schemas/Item' } } }
components:
  schemas:
    Id: { type: integer, format: int64, minimum: 1 }
    Item:
      type: object
      required: [id]
      properties:
        id: { $ref: '#/components/schemas/Id' }
        old: { type: [integer, 'null'], format: int64 }
        count: { type: integer }
        next: { $ref: '#/components/schemas/Item' }
        all: { type: array, items: { $ref: '#/components/schemas/Id' } }
        named: { type: object, additionalProperties: { type: integer, format: int64 } }
`
const answer =
  '{"id":9007199254740993,"old":null,"count":12345678901234567890,"next":{"id":5},"all":[9223372036854775807],"named":{"a":2}}'

describe.each(['bigint', 'string'] as const)('code generated with --int64 %s', async (int64) => {
  const given = (digits: string): bigint | string => (int64 === 'bigint' ? BigInt(digits) : digits)
  const document = documentFromText(text, 'ids.yaml')
  const files = await generate({ name: 'ids', document, int64, handlers: false })
  const module = (await loadClient('ids', files)) as {
    readonly createIdsClient: (options: { baseUrl: string; fetch: Fetch }) => {
      putItem(
        path: object,
        body: object,
        options?: object,
      ): Promise<{ body: unknown; headers: Record<string, unknown> }>
    }
    readonly isItem: (value: unknown) => boolean
  }
  const sent: unknown[] = []
  const client = module.createIdsClient({
    baseUrl: 'https://ids.example',
    fetch: async (url, { body }) => {
      sent.push(url.slice('https://ids.example'.length), body)
      return new Response(answer, { headers: { 'content-type': 'application/json', 'x-id': '9007199254740997' } })
    },
  })

  test('sends and receives every digit, in parameters, bodies and headers', async () => {
    const big = given('9007199254740995')
    const { body, headers } = await client.putItem(
      { id: big },
      { id: big, old: null, count: 5, next: { id: given('1') }, named: { a: given('-3') } },
      { query: { of: [given('1'), big] } },
    )
    expect(sent).toEqual([
      '/items/9007199254740995?of=1&of=9007199254740995',
      '{"id":9007199254740995,"old":null,"count":5,"next":{"id":1},"named":{"a":-3}}',
    ])
    expect(body).toEqual({
      id: given('9007199254740993'),
      old: null,
      count: Number('12345678901234567890'),
      next: { id: given('5') },
      all: [given('9223372036854775807')],
      named: { a: given('2') },
    })
    expect(headers['X-Id']).toBe(given('9007199254740997'))
  })

  test.each([
    ['a number', 5],
    ['an integer of more than 64 bits', given('9223372036854775808')],
    ['an integer below the minimum', given('0')],
  ])('refuses a request with %s', async (_what, id) => {
    const name = int64 === 'bigint' ? 'a bigint of 64 bits' : 'a text with an integer of 64 bits'
    await expect(client.putItem({ id: given('1') }, { id })).rejects.toThrow(`\`id\` is not ${name}`)
    expect(module.isItem({ id })).toBe(false)
  })
})

test('the types of code generated with --int64 match its values: bigint or string', async () => {
  const code = await Promise.all(
    (['bigint', 'string'] as const).map(async (int64) => {
      const document = documentFromText(text, 'ids.yaml')
      const files = await generate({ name: `of-${int64}`, document, int64, handlers: false })
      const one = int64 === 'bigint' ? '1n' : "'1'"
      const create = int64 === 'bigint' ? 'createOfBigintClient' : 'createOfStringClient'
      const use = `
import { ${create}, type Item } from './index.ts'
const item: Item = { id: ${one}, old: null, count: 5, named: { a: ${one} } }
const { body, headers } = await ${create}({ baseUrl: 'https://ids.example' }).putItem({ id: ${one} }, item)
export const ids: [${int64}, ${int64} | undefined] = [body.id, headers['X-Id']]
// @ts-expect-error: a number is not exact
export const wrong: Item = { id: 1 }
`
      return [...files, { path: `of-${int64}/use.ts`, text: use }]
    }),
  )
  expect(compile(code.flat())).toEqual([])
})

test.each([
  ['oneOf: [{ type: integer, format: int64 }, { type: number }]', 'or have another schema'],
  ['allOf: [{ type: integer, format: int64 }, { type: integer }]', 'or have another schema'],
])('generate --int64 refuses the schema %s and names its line', async (schema, what) => {
  const document = documentFromText(
    `${HEAD}paths: { /x: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { ${schema} } } } } } } } }`,
  )
  await expect(generate({ name: 'ids', document, int64: 'bigint' })).rejects.toThrow(new RegExp(`${what}[\\s\\S]*:3:`))
  await expect(generate({ name: 'ids', document })).resolves.toHaveLength(7)
})

test('a body with long integers that is written and read again is unchanged', () => {
  const { parse, stringify } = int64Json('bigint', [{ properties: { id: 1 }, others: 0, items: 0 }, { is64: true }])
  const leaf = fc.oneof(
    fc.string(),
    fc.constant('\ue0001'),
    fc.boolean(),
    fc.constant(null),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  )
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, leaf, tie('object'), fc.array(tie('value'))),
    object: fc.record({
      id: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      'a"\\': tie('value'),
      '7': tie('value'),
    }),
  }))
  const plain = (given: unknown): unknown =>
    JSON.parse(
      JSON.stringify(given, (_name, each: unknown) => (typeof each === 'bigint' ? `big${each}` : each)),
      (_name, each: unknown) =>
        typeof each === 'string' && /^big-?\d+$/.test(each) ? BigInt(each.slice('big'.length)) : each,
    )
  fc.assert(
    fc.property(value, (given) => {
      expect(parse(stringify(given))).toEqual(plain(given))
    }),
  )
})
