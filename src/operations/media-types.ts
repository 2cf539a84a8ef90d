import { isObject, type Json } from '../json.ts'

/** JSON by its media type: `application/json`, everything `+json`, and ranges that hold it. RFC 6839 §3.1. */
export function isJson(contentType: string): boolean {
  const [type = ''] = contentType.toLowerCase().split(';')
  return /^\s*(\*\/\*|application\/\*|[\w.-]+\/([\w.-]+\+)?json)\s*$/.test(type)
}

/** XML by its media type. RFC 7303 §9.6. */
export function isXml(contentType: string): boolean {
  return /^[^/]+\/([^;]+\+)?xml\s*(;|$)/i.test(contentType.trim())
}

/** The media type under which a body of a documented range is sent; undefined where none can be chosen. */
export function contentTypeUnder(range: string): string | undefined {
  if (!range.includes('*')) return range
  if (isJson(range)) return 'application/json'
  return /^text\/\*/i.test(range) ? 'text/plain' : undefined
}

/**
 * Whether we can write a value under a media type: JSON, a form, or text that the document gives as it is. XML and
 * the like are made of objects by rules of their own, and are not written.
 */
export function canBeSentAs(contentType: string, value: Json): boolean {
  if (isJson(contentType)) return true
  if (/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(contentType)) return isObject(value)
  return typeof value === 'string'
}

/** Whether a documented range holds a media type. RFC 9110 §12.5.1. */
export function isUnder(contentType: string, range: string): boolean {
  const [type = ''] = contentType.toLowerCase().split(';')
  const [over = ''] = range.toLowerCase().split(';')
  return over === type || over === '*/*' || (over.endsWith('/*') && type.startsWith(over.slice(0, -1)))
}
