import { expect, test } from 'vitest'
import type { Json } from '../../../src/json.ts'
import { drawNegativeParameters } from '../../../src/schemas/draw-negative-parameters.ts'
import { schemaOf } from '../../support/document-of.ts'

function raws(literal: Json): Record<string, string> {
  const misses = drawNegativeParameters(schemaOf(literal))
  return Object.fromEntries(misses.map((each) => [`${each.keyword.name}/${each.name}`, each.raw]))
}

test('an integer is not text, a fraction or another notation', () => {
  expect(raws({ type: 'integer', minimum: 1 })).toEqual({
    'type/text': 'abc',
    'type/fraction': '1.5',
    'type/exponent': '1e3',
    'type/hexadecimal': '0x10',
    'type/leading-zeros': '007',
    'minimum/below': '0',
  })
})
test('2^63 is beyond an int64, and written without an exponent', () => {
  expect(raws({ type: 'integer', format: 'int64' })).toMatchObject({ 'format/above': '9223372036854775808' })
})
test('any text is a string: only its other keywords are broken', () => {
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
test('members of an enum are met in another case, blanks at the end are not sent', () => {
  expect(raws({ type: 'string', enum: ['open'] })).toEqual({ 'enum/outside': 'open_x', 'enum/case': 'OPEN' })
})
test('nothing empty or with line breaks is sent', () => {
  expect(raws({ type: 'string', minLength: 1, pattern: '^a$' })).toEqual({ 'pattern/mismatch': 'A' })
})
test('a boolean is not a word', () => {
  expect(raws({ type: 'boolean' })).toMatchObject({ 'type/text': 'maybe' })
})
test('lists and objects have none', () => {
  expect(raws({ type: 'array', items: { type: 'integer' } })).toEqual({})
})
