import { isObject, type Json } from '../json.ts'

/**
 * True for a JSON media type: `application/json`, a type ending with `+json`, or a range that includes JSON. RFC 6839
 * §3.1.
 */
export function isJson(contentType: string): boolean {
  const [type = ''] = contentType.toLowerCase().split(';')
  return /^\s*(\*\/\*|application\/\*|[\w.-]+\/([\w.-]+\+)?json)\s*$/.test(type)
}

/**
 * The format of a stream: one JSON value per line, JSON texts after record separators (RFC 7464), or server-sent
 * events.
 */
export type StreamFormat = 'lines' | 'sequence' | 'events'

/**
 * Returns the format of a media type that is a sequence of items. Returns undefined for any other media type. OpenAPI 3.2.0
 * §4.14.2.
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
 * Returns the media type for sending a body whose documented media type is `range`. For a range such as
 * `application/*`, chooses a concrete type. Returns undefined if none can be chosen.
 */
export function contentTypeUnder(range: string): string | undefined {
  if (!range.includes('*')) return range
  if (isJson(range)) return 'application/json'
  return /^text\/\*/i.test(range) ? 'text/plain' : undefined
}

/**
 * True if the gate can write `value` as a body of this media type: as JSON, as a form (only objects), or as text (only
 * strings). Other formats, such as XML, are not supported, because each has its own rules for writing an object.
 */
export function canBeSentAs(contentType: string, value: Json): boolean {
  if (isJson(contentType)) return true
  if (/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(contentType)) return isObject(value)
  return typeof value === 'string'
}

/**
 * True if a media type belongs to a documented range. For example, `text/csv` belongs to `text/*`. RFC 9110 §12.5.1.
 */
export function isUnder(contentType: string, range: string): boolean {
  const [type = ''] = contentType.toLowerCase().split(';')
  const [over = ''] = range.toLowerCase().split(';')
  return over === type || over === '*/*' || (over.endsWith('/*') && type.startsWith(over.slice(0, -1)))
}
