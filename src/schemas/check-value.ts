import { findMismatches } from './judge/find-mismatches.ts'
import { firstAtEachPlace } from './judge/first-at-each-place.ts'
import { isObject, type Json } from '../json.ts'
import { nodeOf } from './nodes/node-of.ts'
import type { SchemaNode } from './nodes/schema-node.ts'
import type { Direction, Keyword, SchemaMismatch, Schema } from './schema.ts'

/** Validates values against one schema. */
export interface Checker {
  /**
   * Returns the keywords that a value violates, such as `minLength`. If one place in the value violates several
   * keywords, returns only one of them: the first in the order of `KeywordGroup`.
   */
  check(value: Json, direction: Direction): readonly SchemaMismatch[]
  /** Returns all keywords that a value violates, even if one place in the value violates several. */
  checkAll(value: Json, direction: Direction): readonly SchemaMismatch[]
  /** True if the value is valid. */
  isValid(value: Json, direction: Direction): boolean
}

/**
 * Returns the validator of a schema. Parses the schema only on the first call. The validator skips keywords that cannot
 * be compiled. `listSchemaFaults` lists these keywords, and `assertCompilable` throws for them.
 */
export function compileSchema(schema: Schema): Checker {
  const check = (value: Json, direction: Direction): readonly SchemaMismatch[] => {
    const root = nodeOf(schema, direction)
    try {
      return firstAtEachPlace(findMismatches(root, value))
    } catch (error) {
      if (error instanceof RangeError) return [tooDeep(root)]
      throw error
    }
  }
  return {
    check,
    checkAll: (value, direction) => findMismatches(nodeOf(schema, direction), value),
    isValid: (value, direction) => check(value, direction).length === 0,
  }
}

/** Returns the violation to report if a value is nested so deeply that the check overflows the call stack. */
function tooDeep({ schema, assertions, instance, certain }: SchemaNode): SchemaMismatch {
  const value = isObject(schema.value) ? (schema.value['type'] ?? null) : schema.value
  const whole: Keyword = { ...schema, schema, name: 'schema', group: 'rest', value, instance, certain }
  return {
    keyword: assertions[0]?.keyword ?? whole,
    at: '',
    expected: 'a value with less nesting (this one is nested too deeply to be checked)',
  }
}
