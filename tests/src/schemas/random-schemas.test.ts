import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ContractError } from '../../../src/errors.ts'
import type { Json } from '../../../src/json.ts'
import { compileSchema } from '../../../src/schemas/check-value.ts'
import { drawNegativeValues } from '../../../src/schemas/negative-values/draw-negative-values.ts'
import { drawValue } from '../../../src/schemas/draw/draw-value.ts'
import { drawVariants } from '../../../src/schemas/draw/draw-variants.ts'
import { listKeywords, listNamedValues } from '../../../src/schemas/list-keywords.ts'
import { evaluate } from '../../../src/schemas/list-evaluations.ts'
import { schemaOf } from '../../support/document-of.ts'
import { schemas, values } from '../../support/random-schemas.ts'
import { isMisreadByAjv, plainAjv } from '../../support/plain-ajv.ts'

const options = { direction: 'request', seed: 7 } as const

test('the checker and Ajv give the same result for random values of random schemas', () => {
  fc.assert(
    fc.property(schemas, fc.array(values, { minLength: 5, maxLength: 5 }), (literal, several) => {
      const schema = schemaOf(literal)
      const checker = compileSchema(schema)
      const plain = isMisreadByAjv(literal) ? undefined : plainAjv(literal)
      for (const value of several) {
        const valid = checker.checkAll(value, 'request').length === 0
        expect(checker.check(value, 'request').length === 0).toBe(valid)
        expect(opinion(plain, value) ?? valid).toBe(valid)
      }
    }),
    { seed: 7, numRuns: 100 },
  )
})

test('for random schemas, values generated as valid are valid, and values generated as invalid are invalid', () => {
  fc.assert(
    fc.property(schemas, values, (literal, other) => {
      const schema = schemaOf(literal)
      const plain = isMisreadByAjv(literal) ? undefined : plainAjv(literal)
      const listed = new Set(
        [...listKeywords(schema, 'request'), ...listNamedValues(schema, 'request')].map((each) => each.pointer),
      )
      for (const each of evaluate(schema, other, 'request')) expect(listed).toContain(each.pointer)
      const base = drawn(schema)
      if (base === undefined) return
      expect(opinion(plain, base) ?? true).toBe(true)
      for (const { value } of drawVariants(schema, options)) expect(opinion(plain, value) ?? true).toBe(true)
      for (const { value, keyword } of drawNegativeValues(schema, base, options)) {
        expect(opinion(plain, value) ?? false).toBe(false)
        expect(listed).toContain(keyword.pointer)
      }
    }),
    { seed: 7, numRuns: 100 },
  )
})

/**
 * Returns the verdict of Ajv. Returns undefined if Ajv throws, which it does if several branches evaluate the same
 * properties.
 */
function opinion(plain: ((value: Json) => boolean) | undefined, value: Json): boolean | undefined {
  try {
    return plain?.(value)
  } catch {
    return undefined
  }
}

/** Generates a value for a schema. Returns undefined if the generator finds no valid value. */
function drawn(schema: Parameters<typeof drawValue>[0]): Json | undefined {
  try {
    return drawValue(schema, options)
  } catch (error) {
    if (error instanceof ContractError && error.code === 'no-valid-value') return undefined
    throw error
  }
}
