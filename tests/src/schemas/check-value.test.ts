import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../../../src/json.ts'
import { compileSchema } from '../../../src/schemas/check-value.ts'
import { schemaOf } from '../../support/document-of.ts'
import { EVERY_KEYWORD } from '../../support/every-keyword.ts'
import { plainAjv } from '../../support/plain-ajv.ts'
import { valuesNear } from '../../support/values-near.ts'

/** What Ajv is known to misread; there our own walk judges alone. */
const AJV_AT_A_LOSS = new Set([
  'a property called __proto__',
  'unevaluated items beside contains',
  'an anchor',
  'a dynamic reference',
])

describe.each(Object.entries(EVERY_KEYWORD))('of %s', (name, literal) => {
  const schema = schemaOf(literal)
  const checker = compileSchema(schema)
  const plain = AJV_AT_A_LOSS.has(name) ? undefined : plainAjv(literal)

  test('the checker, its walk and a plain Ajv agree on every value', () => {
    fc.assert(
      fc.property(valuesNear(literal), (value) => {
        const valid = checker.isValid(value, 'request')
        expect(checker.check(value, 'request').length === 0).toBe(valid)
        expect(checker.checkAll(value, 'request').length === 0).toBe(valid)
        if (plain !== undefined) expect(valid).toBe(plain(value))
      }),
      { seed: 7, numRuns: 300 },
    )
  })
})

/** Schema, value, and what is told: keyword at place. */
const TABLE: readonly [fact: string, schema: Json, value: Json, told: readonly string[]][] = [
  [
    'a wrong type is told once',
    { type: 'object', properties: { a: { type: 'integer', minimum: 1 } } },
    { a: 'x' },
    ['/properties/a/type at /a'],
  ],
]
describe('what is told', () => {
  test.each(TABLE)('%s', (_fact, literal, value, told) => {
    const found = compileSchema(schemaOf(literal)).check(value, 'response')
    expect(found.map((each) => `${each.keyword.pointer} at ${each.at}`)).toEqual(told)
  })
})
