import { expect, test } from 'vitest'
import type { Json } from '../../../src/json.ts'
import { drawNegativeParameters } from '../../../src/schemas/negative-values/draw-negative-parameters.ts'
import { schemaOf } from '../../support/document-of.ts'

function raws(literal: Json): Record<string, string> {
  const negatives = drawNegativeParameters(schemaOf(literal))
  return Object.fromEntries(negatives.map((each) => [`${each.keyword.name}/${each.name}`, each.raw]))
}

test('invalid values of an integer parameter are texts, fractions and other notations such as 1e3', () => {
  expect(raws({ type: 'integer', minimum: 1 })).toEqual({
    'type/text': 'abc',
    'type/fraction': '1.5',
    'type/exponent': '1e3',
    'type/hexadecimal': '0x10',
    'type/leading-zeros': '007',
    'minimum/below': '0',
  })
})
test('the invalid value above the range of int64 has digits only, no exponent', () => {
  expect(raws({ type: 'integer', format: 'int64' })).toMatchObject({ 'format/above': '9223372036854775808' })
})
test('invalid values of a string parameter do not violate its type, because any text is a string', () => {
  const names = Object.keys(raws({ type: 'string', format: 'uuid' }))
  expect(names).toEqual([
    'format/urn',
    'format/text',
    'format/not-hex',
    'format/without-hyphens',
    'format/short',
    'format/braces',
  ])
})
test('invalid values of an enum parameter are other words, or enum values in another letter case, and never have trailing spaces', () => {
  expect(raws({ type: 'string', enum: ['open'] })).toEqual({ 'enum/outside': 'open_x', 'enum/case': 'OPEN' })
})
test('no invalid value of a parameter is empty or has line breaks', () => {
  expect(raws({ type: 'string', minLength: 1, pattern: '^a$' })).toEqual({ 'pattern/mismatch': 'A' })
})
test('the invalid value of a boolean parameter is a word', () => {
  expect(raws({ type: 'boolean' })).toMatchObject({ 'type/text': 'maybe' })
})
test('drawNegativeParameters returns no values for lists and objects', () => {
  expect(raws({ type: 'array', items: { type: 'integer' } })).toEqual({})
})
