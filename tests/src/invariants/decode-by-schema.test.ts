import { expect, test } from 'vitest'
import { decodeBySchema } from '../../../src/invariants/decode-by-schema.ts'
import type { Json } from '../../../src/json.ts'
import { schemaOf } from '../../support/document-of.ts'

const integer = { type: 'integer' }
const either = { oneOf: [{ type: 'object', required: ['n'], properties: { n: integer } }, { type: 'string' }] }
const SCHEMA: Json = {
  type: 'object',
  properties: {
    id: integer,
    price: { type: 'number' },
    size: { type: ['integer', 'null'] },
    place: { type: 'object', properties: { floor: integer, 'a/b': integer } },
    list: { type: 'array', items: { type: 'object', properties: { count: integer } } },
    pair: { prefixItems: [integer, { type: 'number' }] },
    either,
    '*': integer,
  },
  patternProperties: { '^n_': integer },
}

const rows: [what: string, value: Json, decoded: unknown][] = [
  ['an integer becomes a bigint', { id: 7 }, { id: 7n }],
  ['a value of type number stays a number, even if it is whole', { price: 7 }, { price: 7 }],
  ['null and non-integers are unchanged', { size: null, id: 1.5 }, { size: null, id: 1.5 }],
  [
    'an integer in a nested object becomes a bigint',
    { place: { floor: 2, 'a/b': 3 }, x: 1 },
    { place: { floor: 2n, 'a/b': 3n }, x: 1 },
  ],
  [
    'an integer in the items of a list becomes a bigint',
    { list: [{ count: 1 }, { count: 2, other: 3 }] },
    { list: [{ count: 1n }, { count: 2n, other: 3 }] },
  ],
  ['an integer in prefixItems is found by its index', { pair: [1, 1] }, { pair: [1n, 1] }],
  ['an integer in one branch of oneOf is found', { either: { n: 1 } }, { either: { n: 1n } }],
  ['an integer under patternProperties becomes a bigint', { n_one: 1, m_one: 1 }, { n_one: 1n, m_one: 1 }],
  ['an integer in a property named * is found', { '*': 1, other: 1 }, { '*': 1n, other: 1 }],
  ['an object instead of an array is unchanged', { list: { count: 1 } }, { list: { count: 1 } }],
]

test.each(rows)('decoding a response by its schema: %s', (_, value, decoded) => {
  const before = JSON.stringify(value)
  expect(decodeBySchema(value, schemaOf(SCHEMA), 'response')).toEqual(decoded)
  expect(JSON.stringify(value)).toBe(before)
})

test('decoding a response by its schema also finds integers in a recursive schema', () => {
  const schema = schemaOf({
    type: 'object',
    properties: { id: integer, next: { $ref: '#/components/schemas/Subject' } },
  })
  const value = { id: 1, next: { id: 2, next: { id: 3 } } }
  expect(decodeBySchema(value, schema, 'response')).toEqual({ id: 1n, next: { id: 2n, next: { id: 3n } } })
})

test('decoding a response by its schema returns a part without integers as the same object, not as a copy', () => {
  const value = { id: 1, place: { name: 'x' } }
  expect((decodeBySchema(value, schemaOf(SCHEMA), 'response') as typeof value).place).toBe(value.place)
})
