import { expect, test } from 'vitest'
import type { Json } from '../../../src/json.ts'
import { drawNegativeStyledValues } from '../../../src/schemas/draw-negative-styled-values.ts'
import { schemaOf } from '../../support/document-of.ts'

function misses(literal: Json): Record<string, Json> {
  const needed = drawNegativeStyledValues(schemaOf(literal)).filter((each) => each.needed)
  return Object.fromEntries(needed.map((each) => [`${each.keyword.pointer}/${each.name}`, each.value]))
}

test('an item is no member, no number, and one too many', () => {
  expect(misses({ type: 'array', items: { type: 'integer', maximum: 9 }, maxItems: 2 })).toEqual({
    '/maxItems/too-many': [1, 1, 1],
    '/items/type/text': ['abc'],
    '/items/maximum/above': [10],
  })
})

test('a text is what its place reads it as: 12 is a string, and "12" an integer', () => {
  expect(misses({ type: 'array', items: { type: 'string' } })).toEqual({})
  expect(misses({ type: 'array', items: { enum: [1, 2], type: 'integer' } })).not.toContainEqual(['1'])
})

test('a member is missing, unknown or out of its bounds', () => {
  const literal = {
    type: 'object',
    required: ['low'],
    properties: { low: { type: 'integer' }, high: { type: 'integer', maximum: 255 } },
    additionalProperties: false,
  }
  const found = misses(literal)
  expect(found['/required/low/absent']).toEqual({ high: 1 })
  expect(Object.keys(found)).toEqual(expect.arrayContaining(['/properties/high/maximum/above']))
  expect(Object.keys(found).some((name) => name.startsWith('/additionalProperties/'))).toBe(true)
})

test('nothing nested and no null is sent', () => {
  const all = Object.values(misses({ type: 'object', properties: { a: { type: 'object' }, b: { type: 'string' } } }))
  for (const each of all) {
    for (const member of Object.values(each as object)) expect(['string', 'number', 'boolean']).toContain(typeof member)
  }
})

test('scalars have none: their texts are drawn elsewhere', () => expect(misses({ type: 'integer' })).toEqual({}))
