import type { Json } from '../json.ts'
import { placeholder } from './draw/placeholders.ts'
import { matches } from './judge/find-mismatches.ts'
import { nodeOf } from './nodes/node-of.ts'
import type { Direction, Schema } from './schema.ts'

/**
 * True if a value is valid. A placeholder such as `{ $time: … }` counts as valid, because its value is known only
 * during the run.
 */
export function matchesSchema(schema: Schema, value: Json, direction: Direction): boolean {
  const root = nodeOf(schema, direction)
  return matches(root, placeholder(root, value, 0).value)
}
