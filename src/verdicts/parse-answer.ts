import { isJson } from '../cases/media-types.ts'
import type { Json } from '../json.ts'

/** The body of an answer, as its content type says that it is to be read. */
export type ParsedBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: Json }
  | { readonly kind: 'unreadable'; readonly because: string }
  /** Of a media type that is not judged beyond its name. */
  | { readonly kind: 'other' }

/** Parses strictly: UTF-8 that is none, a name twice in an object, and a body that ends early are unreadable. */
export function parseAnswer(bytes: Uint8Array, contentType: string | undefined): ParsedBody {
  if (bytes.length === 0) return { kind: 'none' }
  if (contentType !== undefined && !isJson(contentType)) return { kind: 'other' }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return { kind: 'unreadable', because: 'the body is not UTF-8' }
  }
  try {
    const value = JSON.parse(text) as Json
    return hasRepeatedName(text)
      ? { kind: 'unreadable', because: 'the body has a name twice in one object' }
      : { kind: 'json', value }
  } catch {
    return { kind: 'unreadable', because: 'the body is not JSON, or ends early' }
  }
}

/** Whether some object of a JSON text has one name twice; RFC 8259 §4 leaves it open what such a text means. */
function hasRepeatedName(text: string): boolean {
  const open: (Set<string> | undefined)[] = []
  const tokens = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g
  for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
    const token = match[0]
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(undefined)
    else if (token === '}' || token === ']') open.pop()
    else if (match[1] !== undefined) {
      const names = open.at(-1)
      const name = String(JSON.parse(token.slice(0, token.length - match[1].length)))
      if (names?.has(name) === true) return true
      names?.add(name)
    }
  }
  return false
}
