import { findMismatches } from './judge/find-mismatches.ts'
import { firstAtEachPlace } from './judge/first-at-each-place.ts'
import { isObject, type Json } from '../json.ts'
import { nodeOf } from './nodes/node-of.ts'
import type { SchemaNode } from './nodes/schema-node.ts'
import type { Direction, Keyword, SchemaMismatch, Schema } from './schema.ts'

/** Checks values against one schema. */
export interface Checker {
  /**
   * Returns the keywords that a value violates. For each place in the value, only the first keyword in the order of
   * `KeywordGroup` is returned.
   */
  check(value: Json, direction: Direction): readonly SchemaMismatch[]
  /** Returns every keyword that a value violates. Each keyword is checked independently of the others. */
  checkAll(value: Json, direction: Direction): readonly SchemaMismatch[]
  /** True if a value is valid. */
  isValid(value: Json, direction: Direction): boolean
}

/**
 * Returns the checker of a schema. The schema is read on first use. A keyword that cannot be compiled is skipped; all
 * other keywords are checked. `listSchemaFaults` returns the skipped keywords, and `assertCompilable` throws an error
 * for them.
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

/** Returns the mismatch for a value that is nested too deeply: checking it overflows the call stack. */
function tooDeep({ schema, assertions, instance, certain }: SchemaNode): SchemaMismatch {
  const value = isObject(schema.value) ? (schema.value['type'] ?? null) : schema.value
  const whole: Keyword = { ...schema, schema, name: 'schema', group: 'rest', value, instance, certain }
  return {
    keyword: assertions[0]?.keyword ?? whole,
    at: '',
    expected: 'a value with less nesting (this one is nested too deeply to be checked)',
  }
}
