import { describe, expect, test } from 'vitest'
import type { Json } from '../../../src/json.ts'
import { compileSchema } from '../../../src/schemas/check-value.ts'
import { drawVariants } from '../../../src/schemas/draw/draw-variants.ts'
import { listKeywords, listNamedValues } from '../../../src/schemas/list-keywords.ts'
import { schemaOf } from '../../support/document-of.ts'
import { AJV_AT_A_LOSS, EVERY_KEYWORD } from '../../support/every-keyword.ts'
import { plainAjv } from '../../support/plain-ajv.ts'

const OPTIONS = { direction: 'request', seed: 7 } as const

/**
 * Schemas that have a limit but do not allow the limit itself as a value. `a multiple` has `minimum: 1`, but allows
 * only multiples of 7.
 */
const OUT_OF_REACH = new Set(['a multiple'])

describe.each(Object.entries(EVERY_KEYWORD))(
  'generated variants of a valid value of the schema "%s"',
  (name, literal) => {
    const schema = schemaOf(literal)
    const variants = drawVariants(schema, OPTIONS)
    const isValid = AJV_AT_A_LOSS.has(name)
      ? (value: Json) => compileSchema(schema).isValid(value, 'request')
      : plainAjv(literal)

    test('the variants are valid and different, and have unique names', () => {
      for (const { value } of variants) expect([value, isValid(value)]).toEqual([value, true])
      expect(new Set(variants.map((each) => JSON.stringify(each.value))).size).toBe(variants.length)
      expect(new Set(variants.map((each) => each.name)).size).toBe(variants.length)
    })

    test.skipIf(OUT_OF_REACH.has(name))('together the variants cover every keyword, every enum member and null', () => {
      const shown = new Set(variants.flatMap((each) => each.pointers))
      const all = [...listKeywords(schema, 'request'), ...listNamedValues(schema, 'request')].map(
        (each) => each.pointer,
      )
      expect(all.filter((each) => !shown.has(each))).toEqual([])
    })
  },
)

test('a variant counts as covering a bound such as `maximum` only if its value equals the bound', () => {
  const variants = drawVariants(schemaOf({ type: 'string', minLength: 2, maxLength: 9 }), OPTIONS)
  expect(variants.map((each) => [each.name, each.value, each.pointers])).toEqual([
    ['/smallest', 'text', ['/type']],
    ['/minLength', 'te', ['/type', '/minLength']],
    ['/maxLength', 'texttextt', ['/type', '/maxLength']],
  ])
})

test('no variant is generated for a very large bound, such as `maxLength: 1000000`', () => {
  const variants = drawVariants(schemaOf({ type: 'string', maxLength: 1_000_000 }), OPTIONS)
  expect(variants.map((each) => each.value)).toEqual(['text'])
})

test('a variant differs from its base value in one property; the other properties keep even placeholders such as $time', () => {
  const literal: Json = {
    type: 'object',
    properties: { at: { type: 'string', format: 'date-time' }, status: { enum: ['open', 'paid'] } },
  }
  const base: Json = { at: { $time: 'P1D', zone: 'Z' }, status: 'open' }
  const variants = drawVariants(schemaOf(literal), { ...OPTIONS, base })
  expect(variants.find((each) => each.name === '/properties/status/enum/paid')?.value).toEqual({
    ...base,
    status: 'paid',
  })
})
