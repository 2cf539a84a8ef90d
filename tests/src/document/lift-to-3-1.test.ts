import { expect, test } from 'vitest'
import { liftTo31 } from '../../../src/document/lift-to-3-1.ts'
import type { Json } from '../../../src/json.ts'

test.each<[fact: string, written: Json, lifted: Json]>([
  ['nullable: true becomes the type null', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
  ['nullable: false is dropped', { type: 'string', nullable: false }, { type: 'string' }],
  ['nullable without a type has no effect', { nullable: true, minLength: 1 }, { minLength: 1 }],
  [
    'nullable beside allOf, oneOf or anyOf allows null',
    { nullable: true, allOf: [{ type: 'object' }] },
    { anyOf: [{ type: 'null' }, { allOf: [{ type: 'object' }] }] },
  ],
  ['an exclusive bound becomes a number', { minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
  ['a bound that is not exclusive is kept', { maximum: 1, exclusiveMaximum: false }, { maximum: 1 }],
  ['an exclusive flag without a bound is dropped', { exclusiveMaximum: true }, {}],
  ['keys beside a $ref are dropped', { $ref: '#/a', description: 'x' }, { $ref: '#/a' }],
  [
    'a property named nullable is kept',
    { properties: { nullable: { type: 'string' } } },
    { properties: { nullable: { type: 'string' } } },
  ],
  [
    'a property named $ref is kept',
    { properties: { $ref: { type: 'string' }, a: {} } },
    { properties: { $ref: { type: 'string' }, a: {} } },
  ],
  ['examples are not changed', { example: { type: 'a', nullable: true } }, { example: { type: 'a', nullable: true } }],
  [
    'schemas in a list are converted',
    { allOf: [{ type: 'integer', nullable: true }] },
    { allOf: [{ type: ['integer', 'null'] }] },
  ],
])('conversion from 3.0 to 3.1: %s', (_fact, written, lifted) => {
  expect(liftTo31({ components: { schemas: { A: written } } })).toEqual({ components: { schemas: { A: lifted } } })
})
