import { findMismatches } from './judge/find-mismatches.ts'
import { firstAtEachPlace } from './judge/first-at-each-place.ts'
import { isObject, type Json } from '../json.ts'
import { nodeOf } from './nodes/node-of.ts'
import type { SchemaNode } from './nodes/schema-node.ts'
import type { Direction, Keyword, SchemaMismatch, Schema } from './schema.ts'

/** Judges values by one schema. */
export interface Checker {
  /** The keywords that a value breaks: at each place the first one in the order of groups; empty for a valid value. */
  check(value: Json, direction: Direction): readonly SchemaMismatch[]
  /** Every keyword that a value breaks, each judged alone. */
  checkAll(value: Json, direction: Direction): readonly SchemaMismatch[]
  /** True if a value is valid. */
  isValid(value: Json, direction: Direction): boolean
}

/**
 * The checker of a schema, which is read on first use. Keywords that cannot be compiled are not checked; the others of
 * their schema are. `listSchemaFaults` lists them and `assertCompilable` throws.
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

/** The mismatch of a value whose nesting overflows the call stack. */
function tooDeep({ schema, assertions, instance, certain }: SchemaNode): SchemaMismatch {
  const value = isObject(schema.value) ? (schema.value['type'] ?? null) : schema.value
  const whole: Keyword = { ...schema, schema, name: 'schema', group: 'rest', value, instance, certain }
  return {
    keyword: assertions[0]?.keyword ?? whole,
    at: '',
    expected: 'a value that is not nested too deeply to be judged',
  }
}
