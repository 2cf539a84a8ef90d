import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ContractError } from '../../../src/errors.ts'
import type { Json } from '../../../src/json.ts'
import { arbitraryOf } from '../../../src/schemas/arbitrary-of.ts'
import { compileSchema } from '../../../src/schemas/check-value.ts'
import { drawValue } from '../../../src/schemas/draw-value.ts'
import { schemaOf } from '../../support/document-of.ts'
import { AJV_AT_A_LOSS, EVERY_KEYWORD } from '../../support/every-keyword.ts'
import { plainAjv } from '../../support/plain-ajv.ts'

const OPTIONS = { direction: 'request', seed: 7 } as const

describe.each(Object.entries(EVERY_KEYWORD))('of %s', (name, literal) => {
  const schema = schemaOf(literal)
  const isValid = AJV_AT_A_LOSS.has(name)
    ? (value: Json) => compileSchema(schema).isValid(value, 'request')
    : plainAjv(literal)

  test('drawn values keep the schema, and the same seed draws the same', () => {
    for (let seed = 0; seed < 50; seed++) {
      for (const optional of ['none', 'all'] as const) {
        const value = drawValue(schema, { direction: 'request', seed, optional })
        expect([value, isValid(value)]).toEqual([value, true])
        expect(drawValue(schema, { direction: 'request', seed, optional })).toEqual(value)
      }
    }
  })

  test('random values keep the schema', () => {
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
])('random multiples of %d with %j are multiples by binary division too, and vary', (multipleOf, bounds) => {
  const literal = { type: 'number', multipleOf, ...bounds }
  const isValid = plainAjv(literal)
  const drawn = fc.sample(arbitraryOf(schemaOf(literal), 'request'), { seed: 7, numRuns: 300 }).map(Number)
  expect(drawn.filter((value) => !isValid(value) || !Number.isInteger(value / multipleOf))).toEqual([])
  expect(new Set(drawn).size).toBeGreaterThan(5)
})

const TABLE: readonly [fact: string, schema: Json, value: Json][] = [
  ['an example comes first', { type: 'string', examples: ['Ada'], default: 'Bob' }, 'Ada'],
  [
    'an example that does not keep the schema is passed over',
    { type: 'string', minLength: 4, examples: ['Ada'], default: 'Grace' },
    'Grace',
  ],
  ['a default comes before what is made up', { type: 'integer', default: 5 }, 5],
  [
    'only what is required is in an object',
    { type: 'object', required: ['a'], properties: { a: { const: 1 }, b: {} } },
    { a: 1 },
  ],
  ['a look-ahead is met by plain words', { type: 'string', pattern: '^(?=.*\\d)[a-z\\d]{2,}$' }, '12'],
  ['a pattern and bounds are met together', { type: 'string', pattern: '^\\d+$', minLength: 3, maxLength: 3 }, '000'],
  [
    'members ask for each other',
    { required: ['a'], dependentRequired: { a: ['b'] }, properties: { a: { const: 1 }, b: { const: 2 } } },
    { a: 1, b: 2 },
  ],
  [
    'what a required name brings along is there',
    {
      required: ['a'],
      properties: { a: { const: 1 } },
      dependentSchemas: { a: { required: ['c'], properties: { c: { const: 3 } } } },
    },
    { a: 1, c: 3 },
  ],
  [
    'a branch that ends is taken where another does not',
    { anyOf: [{ type: 'array', minItems: 1, items: { $ref: '#/components/schemas/Subject' } }, { const: 'leaf' }] },
    'leaf',
  ],
  ['all of allOf is met', { allOf: [{ minimum: 3 }, { maximum: 3 }, { type: 'integer' }] }, 3],
  ['bounds that only a fraction meets', { type: 'number', exclusiveMinimum: 0, maximum: 0.1 }, 0.1],
]
test.each(TABLE)('%s', (_fact, literal, value) => {
  const drawn = drawValue(schemaOf(literal), OPTIONS)
  if (typeof value === 'string' && /^\d+$/.test(value)) expect(drawn).toHaveLength(value.length)
  else expect(drawn).toEqual(value)
})

test.each<[fact: string, schema: Json]>([
  ['false', false],
  ['bounds that cross', { type: 'integer', minimum: 2, maximum: 1 }],
  [
    'a member that needs itself',
    { type: 'object', required: ['next'], properties: { next: { $ref: '#/components/schemas/Subject' } } },
  ],
])('where no value keeps the schema that is an error with its place: %s', (_fact, literal) => {
  const draw = (): Json => drawValue(schemaOf(literal), OPTIONS)
  expect(draw).toThrow(ContractError)
  expect(draw).toThrow(/No value was found.*\n {2}where {2}orders.json:1:\d+ \/components\/schemas\/Subject/)
})
