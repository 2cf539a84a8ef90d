/**
 * A JSON value. If a property is absent, its object has no such key; null is a value. An integer that a double cannot
 * hold exactly is a bigint, and any other number is a number. Therefore each number has exactly one representation.
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

/** True for a JSON array. Used instead of `Array.isArray`, which does not narrow a readonly array out of a union. */
export function isArray(value: unknown): value is readonly Json[] {
  return Array.isArray(value)
}

/**
 * The maximum depth of nesting. No document describes values as deep as this, and the call stack is large enough for
 * it.
 */
const MOST_LEVELS = 500
const [QUOTE, BACKSLASH, OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = Array.from('"\\[]{}', (sign) =>
  sign.charCodeAt(0),
)

/** True if a JSON text is nested so deeply that a recursive walk could overflow the stack. */
export function isTooDeep(text: string): boolean {
  // A text with this few characters cannot have more levels, because every level takes two characters.
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

/** True if a text may contain an integer that a double cannot hold exactly. */
export function hasLongIntegers(text: string): boolean {
  return /\d{16}/.test(text)
}

const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/** Returns an integer as a number if a double holds it exactly, otherwise as a bigint. */
export function smallestNumber(value: bigint): number | bigint {
  return Number.isSafeInteger(Number(value)) ? Number(value) : value
}

/** Parses a number and keeps every digit of an integer. Returns undefined if the text is not a number. */
export function numberIn(text: string): number | bigint | undefined {
  if (/^-?\d+$/.test(text)) return smallestNumber(BigInt(text))
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined
}

/** Parses JSON and keeps every digit of integers. Throws a `SyntaxError`. */
export function parseExactly(text: string): Json {
  const rounded = JSON.parse(text) as Json
  // A quick search first: texts such as commit ids often contain 16 digits, numbers rarely do.
  if (!/(?:^|[[:,])\s*-?\d{16}/.test(text)) return rounded
  const mark = unusedCharacter(text)
  const marked = text.replace(TOKENS, (token) =>
    /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${mark}${token}"` : token,
  )
  return JSON.parse(marked, (_name, value: Json) =>
    typeof value === 'string' && value.startsWith(mark) ? BigInt(value.slice(1)) : value,
  ) as Json
}

/** Writes JSON like `JSON.stringify`, but with every digit of integers. */
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

/** Returns a character of the private use area that the JSON text does not contain, neither literally nor escaped. */
function unusedCharacter(text: string): string {
  const lower = text.toLowerCase()
  for (let code = 0xe000; ; code++) {
    const character = String.fromCharCode(code)
    if (!text.includes(character) && !lower.includes(`\\u${code.toString(16)}`)) return character
  }
}

/** Rounds bigints to doubles, for tools that do not support bigints. */
export function withDoubles(value: Json): Json {
  if (typeof value === 'bigint') return Number(value)
  if (isArray(value)) return value.map(withDoubles)
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withDoubles(each)]))
    : value
}

/** Parses JSON. Returns undefined if the text is invalid or too deeply nested. */
export function parseJson(text: string): Json | undefined {
  if (isTooDeep(text)) return undefined
  try {
    return parseExactly(text)
  } catch {
    return undefined
  }
}

/** Prints a value. Texts are unchanged, undefined and null become `otherwise`, and other values are written as JSON. */
export function asText(value: Json | undefined, otherwise = ''): string {
  if (typeof value === 'string') return value
  return value === undefined || value === null ? otherwise : stringifyJson(value)
}
