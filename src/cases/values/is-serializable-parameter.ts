import { isDeepStrictEqual } from 'node:util'
import { isArray, isObject, type Json } from '../../json.ts'
import { parseParameter, type Readable } from '../../operations/read/parse-parameter.ts'
import { serializeParameter, type Written } from '../../operations/serialize-parameter.ts'

/**
 * True if the style of the parameter can express a value, so that parsing the serialized text gives the same value
 * again. False for null, empty values and nested lists or objects, because OpenAPI defines no style for them.
 */
export function isSerializableParameter(parameter: Written & Readable, value: Json): boolean {
  const text = serializeParameter(parameter, value)
  if (text === '' || text !== text.trim()) return false
  const read = parseParameter(parameter, text)
  if (parameter.contentType !== undefined) return isDeepStrictEqual(read, value)
  const meant = textually(value)
  return meant !== undefined && isDeepStrictEqual(read === undefined ? undefined : textually(read), meant)
}

/** Converts each scalar in a value to a string. Returns undefined if the value contains null. */
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
