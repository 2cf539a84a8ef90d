import type { RequestText } from './body.ts'

/** The value of a JSON text, or the reason why the text cannot be read. */
export type JsonText =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'broken'; readonly because: string }

/**
 * Parses JSON (RFC 8259). Refuses a text that repeats a property at the top level, because the value of this property
 * is ambiguous.
 */
export function readJsonText(text: string): JsonText {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { kind: 'broken', because: 'The body is not JSON.' }
  }
  if (isJsonObject(value) && countTopProperties(text) !== Object.keys(value).length) {
    return { kind: 'broken', because: 'The body names a field twice.' }
  }
  return { kind: 'value', value }
}

/** Parses the body of a request as JSON. */
export function toJsonText(body: RequestText): JsonText {
  return body.kind === 'text' ? readJsonText(body.text) : { kind: 'broken', because: body.because }
}

/** True for a JSON object, as opposed to an array, null or a scalar. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Counts the properties in the text of an object, including repetitions, which `JSON.parse` would merge. */
function countTopProperties(text: string): number {
  let depth = 0
  let properties = 0
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index)
    if (character === QUOTE) index = endOfString(text, index)
    else if (character === OPEN_BRACE || character === OPEN_BRACKET) depth += 1
    else if (character === CLOSE_BRACE || character === CLOSE_BRACKET) depth -= 1
    else if (character === COLON && depth === 1) properties += 1
  }
  return properties
}

/** Returns the index of the quote that ends the string whose opening quote is at `start`. */
function endOfString(text: string, start: number): number {
  let index = start + 1
  while (index < text.length && text.charCodeAt(index) !== QUOTE) {
    index += text.charCodeAt(index) === BACKSLASH ? 2 : 1
  }
  return index
}

const QUOTE = 34
const COLON = 58
const OPEN_BRACKET = 91
const BACKSLASH = 92
const CLOSE_BRACKET = 93
const OPEN_BRACE = 123
const CLOSE_BRACE = 125
