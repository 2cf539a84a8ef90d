import type { Json } from '../json.ts'
import { placeholder } from './draw/placeholders.ts'
import { holds } from './judge/find-mismatches.ts'
import { partOf } from './nodes/nodes-of.ts'
import type { Direction, Schema } from './schema.ts'

/** Whether a value keeps a schema, its `$` literals taken for values that their places allow. */
export function keepsSchema(schema: Schema, value: Json, direction: Direction): boolean {
  const root = partOf(schema, direction)
  return holds(root, placeholder(root, value, 0).value)
}
