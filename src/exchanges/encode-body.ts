import { isArray, isObject, stringifyJson, type Json, type JsonObject } from '../json.ts'
import { isJson } from '../operations/media-types.ts'
import { serializeParameter } from '../operations/serialize-parameter.ts'

/** Occurs in no body that the gate generates. RFC 2046 §5.1.1. */
export const BOUNDARY = 'contract-gate-3f9a0c71be22'

/** Writes a body as its media type requires: JSON, an urlencoded form, multipart, or plain text. */
export function encodeBody(contentType: string, body: Json): Uint8Array {
  if (/^application\/x-www-form-urlencoded\b/i.test(contentType) && isObject(body)) return Buffer.from(formOf(body))
  if (/^multipart\/form-data\b/i.test(contentType) && isObject(body)) return Buffer.from(partsOf(body))
  if (typeof body === 'string' && !isJson(contentType)) return Buffer.from(body)
  return Buffer.from(stringifyJson(body))
}

/** The Content-Type header of a body; a multipart one names its boundary. */
export function contentTypeHeader(contentType: string): string {
  const isBare = /^multipart\/form-data\s*$/i.test(contentType)
  return isBare ? `${contentType.trim()}; boundary=${BOUNDARY}` : contentType
}

function formOf(body: JsonObject): string {
  return Object.entries(body)
    .map(([name, value]) =>
      serializeParameter({ name, in: 'query', style: 'form', explode: true, allowReserved: false }, value),
    )
    .filter((pair) => pair !== '')
    .join('&')
}

/** One part for each property, and for each item of an array; objects are JSON. OpenAPI 3.1.1 §4.8.15.1.1, RFC 7578. */
function partsOf(body: JsonObject): string {
  const parts = Object.entries(body).flatMap(([name, value]) =>
    (isArray(value) ? value : [value]).map((each) => partOf(name, each)),
  )
  return `${parts.join('')}--${BOUNDARY}--\r\n`
}

function partOf(name: string, value: Json): string {
  const isWhole = typeof value === 'object' && value !== null
  const type = isWhole ? 'Content-Type: application/json\r\n' : ''
  const text = typeof value === 'string' ? value : stringifyJson(value)
  const disposition = `Content-Disposition: form-data; name="${name.replaceAll(/["\r\n]/g, encodeURIComponent)}"`
  return `--${BOUNDARY}\r\n${disposition}\r\n${type}\r\n${text}\r\n`
}
