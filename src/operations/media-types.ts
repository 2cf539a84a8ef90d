import { isObject, type Json } from '../json.ts'

/** True for a JSON media type: `application/json`, `…+json`, or a range to which JSON belongs. RFC 6839 §3.1. */
export function isJson(contentType: string): boolean {
  return contentType === 'application/json' || JSON_TYPE.test(contentType)
}

const JSON_TYPE = /^\s*(\*\/\*|application\/\*|[\w.-]+\/([\w.-]+\+)?json)\s*(;|$)/i

/**
 * The format of a stream. `lines`: one JSON text per line. `sequence`: JSON texts with record separators (RFC 7464).
 * `events`: server-sent events.
 */
export type StreamFormat = 'lines' | 'sequence' | 'events'

/**
 * Returns the stream format of a media type, such as `lines` for `application/x-ndjson`. Returns undefined for a media
 * type that is not a stream. OpenAPI 3.2.0 §4.14.2.
 */
export function streamFormat(contentType: string): StreamFormat | undefined {
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase()
  if (type === 'text/event-stream') return 'events'
  if (/^application\/([\w.-]+\+)?json-seq$/.test(type)) return 'sequence'
  return /^application\/(x-)?(jsonl|ndjson|jsonlines|json-lines)$/.test(type) ? 'lines' : undefined
}

/** True for an XML media type. RFC 7303 §9.6. */
export function isXml(contentType: string): boolean {
  return /^[^/]+\/([^;]+\+)?xml\s*(;|$)/i.test(contentType.trim())
}

/**
 * Returns the media type of a body that the document describes under `range`. Example: `application/json` for
 * `application/*`. Returns undefined if no media type can be chosen.
 */
export function contentTypeUnder(range: string): string | undefined {
  if (!range.includes('*')) return range
  if (isJson(range)) return 'application/json'
  return /^text\/\*/i.test(range) ? 'text/plain' : undefined
}

/**
 * True if the gate can write `value` in this media type. It can write any value as JSON, an object as a form, and a
 * string as text. It cannot write other formats, such as XML.
 */
export function canBeSentAs(contentType: string, value: Json): boolean {
  if (isJson(contentType)) return true
  if (/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(contentType)) return isObject(value)
  return typeof value === 'string'
}

/** True if a media type belongs to a range. Example: `text/csv` belongs to `text/*`. RFC 9110 §12.5.1. */
export function isUnder(contentType: string, range: string): boolean {
  const [type = ''] = contentType.toLowerCase().split(';')
  const [over = ''] = range.toLowerCase().split(';')
  return over === type || over === '*/*' || (over.endsWith('/*') && type.startsWith(over.slice(0, -1)))
}
