import { describe, expect, test } from 'vitest'
import { drawValue } from '../../../src/schemas/draw-value.ts'
import { compileSchema } from '../../../src/schemas/check-value.ts'
import { schemaOf } from '../../support/document-of.ts'
import { EVERY_KEYWORD } from '../../support/every-keyword.ts'

describe.each(Object.entries(EVERY_KEYWORD))('of %s', (_name, literal) => {
  const schema = schemaOf(literal)
  test.each(['none', 'all'] as const)('a value with %s of the optional members keeps the schema', (optional) => {
    for (let seed = 1; seed <= 20; seed++) {
      const value = drawValue(schema, { direction: 'request', seed, optional })
      expect(compileSchema(schema).isValid(value, 'request')).toBe(true)
      expect(drawValue(schema, { direction: 'request', seed, optional })).toEqual(value)
    }
  })
})
