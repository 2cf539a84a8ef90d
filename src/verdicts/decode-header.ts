import { isObject, type Json } from '../json.ts'
import { typesOf } from '../schemas/types-of.ts'
import type { Schema } from '../schemas/schema.ts'

/** A header's text as the value that its schema speaks of. OpenAPI 3.1.1 §4.8.21, style `simple`. */
export function decodeHeader(text: string, schema: Schema): Json {
  const types = typesOf(schema)
  if (types.includes('array')) return text.split(',').map((item) => item.trim())
  if (types.includes('object') && isObject(schema.value)) {
    return Object.fromEntries(
      text.split(',').map((pair) => pair.split('=').map((part) => part.trim()) as [string, string]),
    )
  }
  return decodeScalar(text, types)
}

/** A scalar's text by the types that it may have; text that is none of them stays text. */
export function decodeScalar(text: string, types: readonly string[]): Json {
  if ((types.includes('integer') || types.includes('number')) && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text))
    return Number(text)
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true'
  return text
}
