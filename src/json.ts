/** A JSON value. Absent and null are two things: an absent member is not in the object. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** True for a JSON array. `Array.isArray` alone does not narrow a readonly array out of a union. */
export function isArray(value: unknown): value is readonly Json[] {
  return Array.isArray(value)
}

/** Arrays and objects within one another: more than any document describes, and fewer than calls can be nested. */
const MOST_LEVELS = 500
const [QUOTE, BACKSLASH, OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = Array.from('"\\[]{}', (sign) =>
  sign.charCodeAt(0),
)

/** Whether a JSON text is nested so deeply that whoever walks its value would come to the end of the stack. */
export function isTooDeep(text: string): boolean {
  // Every level that is closed again takes two characters.
  if (text.length <= 2 * MOST_LEVELS) return false
  let level = 0
  let isInText = false
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === QUOTE) isInText = !isInText
    else if (isInText) at += sign === BACKSLASH ? 1 : 0
    else if (sign === OPEN_ARRAY || sign === OPEN_OBJECT) {
      level += 1
      if (level > MOST_LEVELS) return true
    } else if (sign === CLOSE_ARRAY || sign === CLOSE_OBJECT) level -= 1
  }
  return false
}

/** The value of a JSON text; nothing for what is none, or is nested too deeply to be walked. */
export function parseJson(text: string): Json | undefined {
  if (isTooDeep(text)) return undefined
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

/** A value as text: a string as it is, anything else as JSON; absent and null as `otherwise`. */
export function asText(value: Json | undefined, otherwise = ''): string {
  if (typeof value === 'string') return value
  return value === undefined || value === null ? otherwise : JSON.stringify(value)
}
