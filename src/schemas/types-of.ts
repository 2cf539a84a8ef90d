import { listKeywords } from './list-keywords.ts'
import type { Direction, Schema } from './schema.ts'

/** The types that a schema's own value may have; none when it does not say. */
export function typesOf(schema: Schema, direction: Direction = 'response'): readonly string[] {
  const type = listKeywords(schema, direction).find((keyword) => keyword.name === 'type' && keyword.instance === '')
  return type === undefined ? [] : [type.value].flat().map(String)
}
