import { expect, test } from 'vitest'
import type { Json } from '../../../src/json.ts'
import { drawNegativeStyledValues } from '../../../src/schemas/negative-values/draw-negative-styled-values.ts'
import { schemaOf } from '../../support/document-of.ts'

function negatives(literal: Json): Record<string, Json> {
  const needed = drawNegativeStyledValues(schemaOf(literal)).filter((each) => each.needed)
  return Object.fromEntries(needed.map((each) => [`${each.keyword.pointer}/${each.name}`, each.value]))
}

test('invalid lists have an extra item, a word instead of an integer, or an integer above the maximum', () => {
  expect(negatives({ type: 'array', items: { type: 'integer', maximum: 9 }, maxItems: 2 })).toEqual({
    '/maxItems/too-many': [1, 1, 1],
    '/items/type/text': ['abc'],
    '/items/maximum/above': [10],
  })
})

test('no invalid list has an item that becomes valid when written as text, such as a number in a list of strings', () => {
  expect(negatives({ type: 'array', items: { type: 'string' } })).toEqual({})
  expect(negatives({ type: 'array', items: { enum: [1, 2], type: 'integer' } })).not.toContainEqual(['1'])
})

test('invalid objects have missing, unknown or out-of-bounds properties', () => {
  const literal = {
    type: 'object',
    required: ['low'],
    properties: { low: { type: 'integer' }, high: { type: 'integer', maximum: 255 } },
    additionalProperties: false,
  }
  const found = negatives(literal)
  expect(found['/required/low/absent']).toEqual({ high: 1 })
  expect(Object.keys(found)).toEqual(expect.arrayContaining(['/properties/high/maximum/above']))
  expect(Object.keys(found).some((name) => name.startsWith('/additionalProperties/'))).toBe(true)
})

test('invalid objects contain no nested values and no null', () => {
  const all = Object.values(negatives({ type: 'object', properties: { a: { type: 'object' }, b: { type: 'string' } } }))
  for (const each of all) {
    for (const member of Object.values(each as object)) expect(['string', 'number', 'boolean']).toContain(typeof member)
  }
})

test('drawNegativeStyledValues returns no values for scalars, because drawNegativeParameters generates them', () =>
  expect(negatives({ type: 'integer' })).toEqual({}))
