/**
 * A JSON value. A missing property is an absent key, and null is a value. Integers that a double cannot hold are
 * bigints, all other numbers are numbers.
 */
export type Json = null | boolean | number | bigint | string | readonly Json[] | JsonObject
/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json
}

/** True for a JSON object, false for arrays and null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Returns a JSON object unchanged, and an empty object for any other value. */
export function asObject(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {}
}

/** True for a JSON array. Unlike `Array.isArray`, also narrows types that contain readonly arrays. */
export function isArray(value: unknown): value is readonly Json[] {
  return Array.isArray(value)
}

/** The maximum nesting depth. No document needs more, and the call stack is large enough for it. */
const MOST_LEVELS = 500
const [QUOTE, BACKSLASH, OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = Array.from('"\\[]{}', (sign) =>
  sign.charCodeAt(0),
)

/** True if JSON text is nested too deeply for a recursive function. */
export function isTooDeep(text: string): boolean {
  // Each level takes two characters, so a short text is not too deep.
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

const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/** Returns an integer as a number if a double can hold it, otherwise as a bigint. */
export function smallestNumber(value: bigint): number | bigint {
  return Number.isSafeInteger(Number(value)) ? Number(value) : value
}

/** Parses a number, keeping all digits of integers. Returns undefined for other text. */
export function numberIn(text: string): number | bigint | undefined {
  if (/^-?\d+$/.test(text)) return smallestNumber(BigInt(text))
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined
}

/** Parses JSON, keeping all digits of integers. Throws a `SyntaxError` if the text is not JSON. */
export function parseExactly(text: string): Json {
  const rounded = JSON.parse(text) as Json
  // First searches for a long number outside quotation marks, which is quick. Most texts with 16 digits in a row
  // contain them inside a string, such as a commit id.
  if (!/(?:^|[[:,])\s*-?\d{16}/.test(text)) return rounded
  const mark = unusedCharacter(text)
  const marked = text.replace(TOKENS, (token) =>
    /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${mark}${token}"` : token,
  )
  return JSON.parse(marked, (_name, value: Json) =>
    typeof value === 'string' && value.startsWith(mark) ? BigInt(value.slice(1)) : value,
  ) as Json
}

/** Writes JSON like `JSON.stringify`, keeping all digits of integers. */
export function stringifyJson(value: unknown, indent?: number): string {
  try {
    return JSON.stringify(value, undefined, indent)
  } catch (error) {
    // `JSON.stringify` throws a `TypeError` for a bigint.
    if (!(error instanceof TypeError)) throw error
  }
  const text = JSON.stringify(value, (_name, each: unknown) => (typeof each === 'bigint' ? 0 : each), indent)
  const mark = unusedCharacter(text)
  const marked = JSON.stringify(
    value,
    (_name, each: unknown) => (typeof each === 'bigint' ? `${mark}${each}` : each),
    indent,
  )
  return marked.replace(new RegExp(`"${mark}(-?\\d+)"`, 'g'), '$1')
}

/** Returns a private-use character that does not occur in a JSON text, even escaped. */
function unusedCharacter(text: string): string {
  const lower = text.toLowerCase()
  for (let code = 0xe000; ; code++) {
    const character = String.fromCharCode(code)
    if (!text.includes(character) && !lower.includes(`\\u${code.toString(16)}`)) return character
  }
}

/** Rounds bigints to doubles, for tools without bigint support. */
export function withDoubles(value: Json): Json {
  if (typeof value === 'bigint') return Number(value)
  if (isArray(value)) return value.map(withDoubles)
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withDoubles(each)]))
    : value
}

/** Parses JSON. Returns undefined for invalid or too deeply nested text. */
export function parseJson(text: string): Json | undefined {
  if (isTooDeep(text)) return undefined
  try {
    return parseExactly(text)
  } catch {
    return undefined
  }
}

/** Prints a value: text unchanged, undefined and null as `otherwise`, other values as JSON. */
export function asText(value: Json | undefined, otherwise = ''): string {
  if (typeof value === 'string') return value
  return value === undefined || value === null ? otherwise : stringifyJson(value)
}
