import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ContractError } from '../../../src/errors.ts'
import type { Json } from '../../../src/json.ts'
import { arbitraryOf } from '../../../src/schemas/draw/arbitrary-of.ts'
import { compileSchema } from '../../../src/schemas/check-value.ts'
import { drawValue } from '../../../src/schemas/draw/draw-value.ts'
import { schemaOf } from '../../support/document-of.ts'
import { AJV_AT_A_LOSS, EVERY_KEYWORD } from '../../support/every-keyword.ts'
import { plainAjv } from '../../support/plain-ajv.ts'

const OPTIONS = { direction: 'request', seed: 7 } as const

describe.each(Object.entries(EVERY_KEYWORD))('values generated for the schema "%s"', (name, literal) => {
  const schema = schemaOf(literal)
  const isValid = AJV_AT_A_LOSS.has(name)
    ? (value: Json) => compileSchema(schema).isValid(value, 'request')
    : plainAjv(literal)

  test('each value is valid, and the same for the same seed', () => {
    for (let seed = 0; seed < 50; seed++) {
      for (const optional of ['none', 'all'] as const) {
        const value = drawValue(schema, { direction: 'request', seed, optional })
        expect([value, isValid(value)]).toEqual([value, true])
        expect(drawValue(schema, { direction: 'request', seed, optional })).toEqual(value)
      }
    }
  })

  test('each value that fast-check generates at random is valid', () => {
    fc.assert(
      fc.property(arbitraryOf(schema, 'request'), (value) => isValid(value)),
      { seed: 7, numRuns: 200 },
    )
  })
})

test.each<readonly [step: number, bounds: object]>([
  [0.01, {}],
  [0.01, { minimum: 19.99, maximum: 20.5 }],
  [0.01, { minimum: 160_027_988.6 }],
  [0.01, { maximum: -1_000_000 }],
  [0.1, { minimum: 0, maximum: 1 }],
  [1e-7, { minimum: 0, maximum: 1 }],
  [2.5, {}],
  [7, { minimum: 100 }],
])(
  'random multiples of %d with the bounds %j differ, and are also multiples in floating-point division',
  (multipleOf, bounds) => {
    const literal = { type: 'number', multipleOf, ...bounds }
    const isValid = plainAjv(literal)
    const drawn = fc.sample(arbitraryOf(schemaOf(literal), 'request'), { seed: 7, numRuns: 300 }).map(Number)
    expect(drawn.filter((value) => !isValid(value) || !Number.isInteger(value / multipleOf))).toEqual([])
    expect(new Set(drawn).size).toBeGreaterThan(5)
  },
)

const TABLE: readonly [fact: string, schema: Json, value: Json][] = [
  ['prefers an example', { type: 'string', examples: ['Ada'], default: 'Bob' }, 'Ada'],
  ['skips an invalid example', { type: 'string', minLength: 4, examples: ['Ada'], default: 'Grace' }, 'Grace'],
  ['prefers a default to an invented value', { type: 'integer', default: 5 }, 5],
  [
    'gives an object only required properties',
    { type: 'object', required: ['a'], properties: { a: { const: 1 }, b: {} } },
    { a: 1 },
  ],
  ['satisfies a pattern with a look-ahead', { type: 'string', pattern: '^(?=.*\\d)[a-z\\d]{2,}$' }, '12'],
  [
    'satisfies a pattern and length bounds together',
    { type: 'string', pattern: '^\\d+$', minLength: 3, maxLength: 3 },
    '000',
  ],
  [
    'adds dependent required properties',
    { required: ['a'], dependentRequired: { a: ['b'] }, properties: { a: { const: 1 }, b: { const: 2 } } },
    { a: 1, b: 2 },
  ],
  [
    'adds the properties of a dependent schema',
    {
      required: ['a'],
      properties: { a: { const: 1 } },
      dependentSchemas: { a: { required: ['c'], properties: { c: { const: 3 } } } },
    },
    { a: 1, c: 3 },
  ],
  [
    'chooses a finite branch instead of a recursive one',
    { anyOf: [{ type: 'array', minItems: 1, items: { $ref: '#/components/schemas/Subject' } }, { const: 'leaf' }] },
    'leaf',
  ],
  ['satisfies every schema of allOf', { allOf: [{ minimum: 3 }, { maximum: 3 }, { type: 'integer' }] }, 3],
  ['finds a fraction between narrow bounds', { type: 'number', exclusiveMinimum: 0, maximum: 0.1 }, 0.1],
]
test.each(TABLE)('drawValue %s', (_fact, literal, value) => {
  const drawn = drawValue(schemaOf(literal), OPTIONS)
  if (typeof value === 'string' && /^\d+$/.test(value)) expect(drawn).toHaveLength(value.length)
  else expect(drawn).toEqual(value)
})

test.each<[fact: string, schema: Json]>([
  ['the schema false', false],
  ['a minimum above the maximum', { type: 'integer', minimum: 2, maximum: 1 }],
  [
    'a property that requires itself',
    { type: 'object', required: ['next'], properties: { next: { $ref: '#/components/schemas/Subject' } } },
  ],
])('drawValue throws an error with the position of a schema that has no valid value: %s', (_fact, literal) => {
  const draw = (): Json => drawValue(schemaOf(literal), OPTIONS)
  expect(draw).toThrow(ContractError)
  expect(draw).toThrow(/No value was found.*\n {2}where {2}orders.json:1:\d+ \/components\/schemas\/Subject/)
})

describe('a valid value is found', () => {
  const unique = (minItems: number, items: Json): Json => ({ type: 'array', uniqueItems: true, minItems, items })
  const text = (format: string, more: object): Json => ({ type: 'string', format, ...more })
  test.each<[Json]>([
    [unique(50, { type: 'string' })],
    [unique(150, { type: 'integer' })],
    [unique(30, { type: 'string', format: 'uuid' })],
    [unique(30, { type: 'string', format: 'date-time' })],
    [unique(10, { type: 'integer', minimum: 1, maximum: 10 })],
    [unique(12, { type: 'number', minimum: 0, maximum: 1 })],
    [unique(12, { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } })],
    [{ type: 'array', minItems: 1000, items: { type: 'integer' } }],
    [text('email', { minLength: 40 })],
    [text('email', { maxLength: 6 })],
    [text('uuid', { pattern: '^7' })],
    [text('date-time', { pattern: '\\.\\d{6}Z$' })],
    [text('date-time', { pattern: '^2027' })],
    [text('date-time', { minLength: 30 })],
    [text('date', { pattern: '^2025-12' })],
    [text('date', { pattern: '^19\\d\\d-' })],
    [text('time', { pattern: '^1[45]:' })],
    [text('uri', { pattern: '^https://shop\\.example\\.org/' })],
    [text('hostname', { pattern: '\\.internal$' })],
    [text('ipv4', { pattern: '^10\\.' })],
    [text('ipv6', { pattern: '^fe80' })],
  ])('for %j', (literal) => {
    const schema = schemaOf(literal)
    expect(compileSchema(schema).checkAll(drawValue(schema, OPTIONS), 'request')).toEqual([])
  })
})
