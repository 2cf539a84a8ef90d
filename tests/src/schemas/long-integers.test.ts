import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentFromText } from '../../../src/document/read-document.ts'
import { parseJson, stringifyJson, withDoubles, type Json } from '../../../src/json.ts'
import { arbitraryOf } from '../../../src/schemas/draw/arbitrary-of.ts'
import { compileSchema } from '../../../src/schemas/check-value.ts'
import { drawNegativeParameters } from '../../../src/schemas/negative-values/draw-negative-parameters.ts'
import { drawNegativeValues } from '../../../src/schemas/negative-values/draw-negative-values.ts'
import { drawValue } from '../../../src/schemas/draw/draw-value.ts'
import { drawVariants } from '../../../src/schemas/draw/draw-variants.ts'
import type { Schema } from '../../../src/schemas/schema.ts'

const OPTIONS = { direction: 'request', seed: 7 } as const

/** Parses a schema from YAML text, and keeps every digit of its numbers. */
function schemaIn(yaml: string): Schema {
  const text = `openapi: 3.1.0\ninfo: { title: t, version: '1' }\npaths: {}\ncomponents: { schemas: { Subject: ${yaml} } }\n`
  const document = documentFromText(text)
  const address = `${document.root.address}/components/schemas/Subject`
  const { value } = document.resolve(address)
  return { document, address, pointer: '', value: value as Schema['value'] }
}

/** True if the JSON text is valid for the schema. */
function accepts(schema: Schema, text: string): boolean {
  return compileSchema(schema).isValid(parseJson(text) ?? null, 'response')
}

describe('JSON text', () => {
  test.each([
    '[227490627192107009,-9223372036854775808,1]',
    '{"a":{"b":18446744073709551615},"c":"18446744073709551615"}',
    '{"12345678901234567890":"\\"12345678901234567890"}',
    '["\\ue00012345678901234567890",12345678901234567890]',
  ])('keeps every digit when it is parsed and written again: %s', (text) => {
    expect(parseJson(stringifyJson(parseJson(text)))).toEqual(parseJson(text))
    expect(stringifyJson(parseJson(text)).replaceAll('\ue000', '\\ue000')).toBe(text)
  })
  test('without long integers is parsed and written as by JSON.parse and JSON.stringify', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value)
        expect(stringifyJson(value)).toBe(text)
        expect(withDoubles(parseJson(text) ?? null)).toEqual(JSON.parse(text))
      }),
    )
  })
  test('with invalid syntax is refused even if it contains long integers', () => {
    expect(parseJson('{12345678901234567890: 1}')).toBeUndefined()
    expect(parseJson('[012345678901234567890]')).toBeUndefined()
  })
})

describe('a long integer', () => {
  test.each<[schema: string, text: string, valid: boolean]>([
    ['{ type: integer, format: int64 }', '9223372036854775807', true],
    ['{ type: integer, format: int64 }', '-9223372036854775808', true],
    ['{ type: integer, format: int64 }', '9223372036854775808', false],
    ['{ type: integer, format: int64 }', '-9223372036854775809', false],
    ['{ type: integer, format: int32 }', '9223372036854775807', false],
    ['{ enum: [227490627192107009] }', '227490627192107009', true],
    ['{ enum: [227490627192107009] }', '227490627192107008', false],
    ['{ const: 9007199254740993 }', '9007199254740992', false],
    ['{ maximum: 9007199254740993 }', '9007199254740993', true],
    ['{ maximum: 9007199254740993 }', '9007199254740994', false],
    ['{ exclusiveMinimum: 9007199254740993 }', '9007199254740993', false],
    ['{ multipleOf: 10 }', '90071992547409930', true],
    ['{ multipleOf: 10 }', '90071992547409931', false],
    ['{ type: number, uniqueItems: true }', '9007199254740993', true],
    ['{ type: string }', '9007199254740993', false],
    ['{ uniqueItems: true }', '[9007199254740993, 9007199254740992]', true],
    ['{ uniqueItems: true }', '[9007199254740993, 9007199254740993]', false],
  ])('is checked with all its digits: for the schema %s, the validity of %s is %s', (schema, text, valid) => {
    expect(accepts(schemaIn(schema), text)).toBe(valid)
  })
})

describe.each([
  ['{ type: integer, enum: [227490627192107009, 227490627192107011] }', 227490627192107009n],
  ['{ type: integer, example: 227490627192107009 }', 227490627192107009n],
  ['{ type: integer, minimum: 227490627192107009, maximum: 227490627192107011 }', 227490627192107009n],
  ['{ type: integer, minimum: 227490627192107009, multipleOf: 10 }', 227490627192107010n],
  ['{ type: integer, exclusiveMaximum: -9223372036854775807, format: int64 }', -9223372036854775808n],
])('values of the schema %s', (yaml, value) => {
  const schema = schemaIn(yaml)
  test('keeps every digit in a generated value', () => {
    expect(drawValue(schema, OPTIONS)).toBe(value)
  })
  test('generated variants and random values are valid, and generated invalid values are invalid', () => {
    const judge = (each: Json): boolean => compileSchema(schema).isValid(each, 'request')
    for (const each of drawVariants(schema, OPTIONS))
      expect([each.value, judge(each.value)]).toEqual([each.value, true])
    fc.assert(fc.property(arbitraryOf(schema, 'request'), judge), { seed: 7, numRuns: 50 })
    for (const each of drawNegativeValues(schema, value, OPTIONS)) {
      expect([each.value, judge(each.value)]).toEqual([each.value, false])
    }
  })
})

test('a negative case exceeds a maximum above 2^53 by exactly one', () => {
  const raws = drawNegativeParameters(schemaIn('{ type: integer, maximum: 227490627192107009 }'))
  expect(raws.map(({ raw }) => raw)).toContain('227490627192107010')
})
