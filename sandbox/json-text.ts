import type { RequestText } from './body.ts'

/** What a JSON text says, or why it says nothing. */
export type JsonText =
  { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'broken'; readonly because: string }

/** Reads JSON (RFC 8259). An object that names one member twice at its top is broken: nobody can say which is meant. */
export function readJsonText(text: string): JsonText {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { kind: 'broken', because: 'The body is not JSON.' }
  }
  if (isJsonObject(value) && countTopMembers(text) !== Object.keys(value).length) {
    return { kind: 'broken', because: 'The body names a field twice.' }
  }
  return { kind: 'value', value }
}

/** The body of a request as JSON. */
export function toJsonText(body: RequestText): JsonText {
  return body.kind === 'text' ? readJsonText(body.text) : { kind: 'broken', because: body.because }
}

/** True for a JSON object, as opposed to an array, null or a scalar. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Counts the members that the text of an object writes down, those that JSON.parse then merges included. */
function countTopMembers(text: string): number {
  let depth = 0
  let members = 0
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index)
    if (character === QUOTE) index = endOfString(text, index)
    else if (character === OPEN_BRACE || character === OPEN_BRACKET) depth += 1
    else if (character === CLOSE_BRACE || character === CLOSE_BRACKET) depth -= 1
    else if (character === COLON && depth === 1) members += 1
  }
  return members
}

/** Where the string that opens at `start` closes. */
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
