import { isDeepStrictEqual } from 'node:util'
import { isArray, isObject, type Json } from '../../json.ts'
import { parseParameter, type Readable } from '../../operations/parse-parameter.ts'
import { serializeParameter, type Written } from '../../operations/serialize-parameter.ts'

/**
 * True if the style of a parameter can represent a value. The value must stay the same after serializing and parsing,
 * and must differ from an absent parameter. Styles do not define null, empty values, and values nested in a list or
 * object.
 */
export function isSerializableParameter(parameter: Written & Readable, value: Json): boolean {
  const text = serializeParameter(parameter, value)
  if (text === '' || text !== text.trim()) return false
  const read = parseParameter(parameter, text)
  if (parameter.contentType !== undefined) return isDeepStrictEqual(read, value)
  const meant = textually(value)
  return meant !== undefined && isDeepStrictEqual(read === undefined ? undefined : textually(read), meant)
}

/** Converts all scalars in a value to strings. Returns undefined if the value contains null. */
function textually(value: Json): Json | undefined {
  if (value === null) return undefined
  if (isArray(value)) {
    const items = value.map(textually)
    return items.every((item) => item !== undefined) ? items : undefined
  }
  if (!isObject(value)) return String(value)
  const entries = Object.entries(value).map(([name, member]) => [name, textually(member)] as const)
  return entries.every(([, member]) => member !== undefined) ? (Object.fromEntries(entries) as Json) : undefined
}
