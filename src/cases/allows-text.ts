import { parseJson } from '../json.ts'
import type { Parameter } from '../operations/operation.ts'
import { compileSchema } from '../schemas/check-value.ts'
import { typesOf } from '../schemas/types-of.ts'

/**
 * True if the schema of a parameter allows the value `text`. Parses `text` as a string, as JSON and as a
 * comma-separated list, and validates each result. Always true for an object schema, because `text` may be a part of
 * the object.
 */
export function allowsText({ schema }: Parameter, text: string): boolean {
  if (schema === undefined || typesOf(schema, 'request').includes('object')) return true
  const items = text.split(',')
  const readings = [text, parseJson(text), items, items.map((item) => parseJson(item) ?? item)]
  return readings.some((value) => value !== undefined && compileSchema(schema).isValid(value, 'request'))
}
