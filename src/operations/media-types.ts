import { isObject, type Json } from '../json.ts'

/** True for a JSON media type: `application/json`, types ending with `+json`, and ranges with JSON. RFC 6839 §3.1. */
export function isJson(contentType: string): boolean {
  const [type = ''] = contentType.toLowerCase().split(';')
  return /^\s*(\*\/\*|application\/\*|[\w.-]+\/([\w.-]+\+)?json)\s*$/.test(type)
}

/** True for an XML media type. RFC 7303 §9.6. */
export function isXml(contentType: string): boolean {
  return /^[^/]+\/([^;]+\+)?xml\s*(;|$)/i.test(contentType.trim())
}

/** Returns the media type with which a body of a documented range is sent. Undefined if none can be chosen. */
export function contentTypeUnder(range: string): string | undefined {
  if (!range.includes('*')) return range
  if (isJson(range)) return 'application/json'
  return /^text\/\*/i.test(range) ? 'text/plain' : undefined
}

/**
 * True if the gate can write a value as a body of this media type: as JSON, as a form, or a text from the document.
 * Other formats, such as XML, have their own rules for objects and are not supported.
 */
export function canBeSentAs(contentType: string, value: Json): boolean {
  if (isJson(contentType)) return true
  if (/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(contentType)) return isObject(value)
  return typeof value === 'string'
}

/** True if a documented range contains a media type. RFC 9110 §12.5.1. */
export function isUnder(contentType: string, range: string): boolean {
  const [type = ''] = contentType.toLowerCase().split(';')
  const [over = ''] = range.toLowerCase().split(';')
  return over === type || over === '*/*' || (over.endsWith('/*') && type.startsWith(over.slice(0, -1)))
}
