import { isJson } from '../cases/media-types.ts'
import { isArray, isTooDeep, type Json } from '../json.ts'

/** The body of an answer, as its content type says that it is to be read. */
export type ParsedBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: Json }
  | { readonly kind: 'unreadable'; readonly because: string }
  /** Of a media type that is not judged beyond its name. */
  | { readonly kind: 'other' }

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Parses strictly: UTF-8 that is none, a name twice in an object, and a body that ends early are unreadable. */
export function parseAnswer(bytes: Uint8Array, contentType: string | undefined): ParsedBody {
  if (bytes.length === 0) return { kind: 'none' }
  if (contentType !== undefined && !isJson(contentType)) return { kind: 'other' }
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch {
    return { kind: 'unreadable', because: 'the body is not UTF-8' }
  }
  // RFC 8259 §8.1: a JSON text that is sent over a network must not begin with one.
  if (text.startsWith('\uFEFF')) return { kind: 'unreadable', because: 'the body begins with a byte order mark' }
  if (isTooDeep(text)) return { kind: 'unreadable', because: 'the body is nested too deeply' }
  try {
    const value = JSON.parse(text) as Json
    return colonsIn(text) > membersOf(value)
      ? { kind: 'unreadable', because: 'the body has a name twice in one object' }
      : { kind: 'json', value }
  } catch {
    return { kind: 'unreadable', because: 'the body is not JSON, or ends early' }
  }
}

const [QUOTE, BACKSLASH, COLON] = ['"', '\\', ':'].map((sign) => sign.charCodeAt(0))

/**
 * Colons outside of strings: a JSON text has one for each member that it writes. It has more than its value has members
 * where an object has one name twice; RFC 8259 §4 leaves it open what such a text means.
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

/** How many members a value has, those of what it holds too. A value may be nested deeper than calls can be. */
function membersOf(value: Json): number {
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
