import { listKeywords } from './list-keywords.ts'
import type { Direction, Keyword, Schema } from './schema.ts'

/** Returns the types that the keyword `type` allows. Returns an empty list if the schema has no `type`. */
export function typesOf(schema: Schema, direction: Direction = 'response'): readonly string[] {
  const keywords = listKeywords(schema, direction)
  const known = typesByKeywords.get(keywords)
  if (known !== undefined) return known
  const type = keywords.find((keyword) => keyword.name === 'type' && keyword.instance === '')
  const types = type === undefined ? [] : [type.value].flat().map(String)
  typesByKeywords.set(keywords, types)
  return types
}

const typesByKeywords = new WeakMap<readonly Keyword[], readonly string[]>()
