import { isJson } from '../../operations/media-types.ts'
import { isArray, isTooDeep, parseExactly, type Json } from '../../json.ts'

/** A response body, parsed by its content type. */
export type ParsedBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: Json }
  | { readonly kind: 'unreadable'; readonly because: string }
  /** A body that is not JSON. Only its media type is checked, not its content. */
  | { readonly kind: 'other' }

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Parses a body strictly. Returns `unreadable` if the UTF-8 is invalid, a property name is repeated, or the body is
 * incomplete.
 */
export function parseAnswer(bytes: Uint8Array, contentType: string | undefined): ParsedBody {
  if (bytes.length === 0) return { kind: 'none' }
  if (contentType !== undefined && !isJson(contentType)) return { kind: 'other' }
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch {
    return { kind: 'unreadable', because: 'the body is not UTF-8' }
  }
  // RFC 8259 §8.1: JSON in a network message must not begin with a byte order mark.
  if (text.startsWith('\uFEFF')) return { kind: 'unreadable', because: 'the body begins with a byte order mark' }
  if (isTooDeep(text)) return { kind: 'unreadable', because: 'the body is nested too deeply' }
  try {
    const value = parseExactly(text)
    return colonsIn(text) > propertiesOf(value)
      ? { kind: 'unreadable', because: 'the body has the same property twice in one object' }
      : { kind: 'json', value }
  } catch {
    return { kind: 'unreadable', because: 'the body is not valid JSON, or is incomplete' }
  }
}

const [QUOTE, BACKSLASH, COLON] = ['"', '\\', ':'].map((sign) => sign.charCodeAt(0))

/**
 * Counts the colons that are not inside strings. JSON has one colon per property. If there are more colons than parsed
 * properties, a property name is repeated, and RFC 8259 §4 does not define its meaning.
 */
function colonsIn(text: string): number {
  let count = 0
  let isInString = false
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === QUOTE) isInString = !isInString
    else if (isInString && sign === BACKSLASH) at++
    else if (!isInString && sign === COLON) count++
  }
  return count
}

/**
 * Counts the properties at every depth. Uses a loop, because recursion would overflow the call stack for deep values.
 */
function propertiesOf(value: Json): number {
  let count = 0
  const waiting: Json[] = [value]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue
    const held = Object.values(next) as readonly Json[]
    if (!isArray(next)) count += held.length
    for (const each of held) if (typeof each === 'object' && each !== null) waiting.push(each)
  }
  return count
}
