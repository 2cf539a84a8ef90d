import { expect, test } from 'vitest'
import { liftTo31 } from '../../../src/document/lift-to-3-1.ts'
import type { Json } from '../../../src/json.ts'

test.each<[fact: string, written: Json, lifted: Json]>([
  ['nullable becomes a type', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
  ['nullable: false is dropped', { type: 'string', nullable: false }, { type: 'string' }],
  ['nullable without a type has no effect', { nullable: true, minLength: 1 }, { minLength: 1 }],
  [
    'nullable beside allOf, oneOf or anyOf allows null',
    { nullable: true, allOf: [{ type: 'object' }] },
    { anyOf: [{ type: 'null' }, { allOf: [{ type: 'object' }] }] },
  ],
  ['an exclusive bound becomes a number', { minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
  ['keeps a bound that is not exclusive', { maximum: 1, exclusiveMaximum: false }, { maximum: 1 }],
  ['drops an exclusive flag without a bound', { exclusiveMaximum: true }, {}],
  ['drops keys beside a $ref', { $ref: '#/a', description: 'x' }, { $ref: '#/a' }],
  [
    'a property may be called nullable',
    { properties: { nullable: { type: 'string' } } },
    { properties: { nullable: { type: 'string' } } },
  ],
  [
    'a property may be called $ref',
    { properties: { $ref: { type: 'string' }, a: {} } },
    { properties: { $ref: { type: 'string' }, a: {} } },
  ],
  ['does not change examples', { example: { type: 'a', nullable: true } }, { example: { type: 'a', nullable: true } }],
  [
    'items of lists are lifted',
    { allOf: [{ type: 'integer', nullable: true }] },
    { allOf: [{ type: ['integer', 'null'] }] },
  ],
])('%s', (_fact, written, lifted) => {
  expect(liftTo31({ components: { schemas: { A: written } } })).toEqual({ components: { schemas: { A: lifted } } })
})
