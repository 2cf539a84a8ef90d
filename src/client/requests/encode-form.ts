import {
  bytesOf,
  encodeBody,
  isBytes,
  isForm,
  textOrBytes,
  type EncodedBody,
  type Encodings,
  type PropertyEncoding,
} from './encode-body.ts'
import { isJsonType, percentEncode, serializeParameter, type WriteJson } from './serialize-parameter.ts'

/**
 * Encodes a body of any media type, including forms and multipart. A part of a multipart body can be a `Blob` or a
 * `Uint8Array`. The same value always gives the same bytes.
 */
export async function encodeForm(
  contentType: string,
  body: unknown,
  encodings: Encodings,
  json: WriteJson,
): Promise<EncodedBody> {
  if (!isObject(body) || isBytes(body) || !isForm(contentType)) return encodeBody(contentType, body, json)
  if (/^multipart/i.test(contentType)) return multipart(contentType, body, encodings, json)
  const pairs = Object.entries(body).map(([name, value]) => pairOf(name, value, encodings[name] ?? {}, json))
  return { contentType, body: pairs.filter((pair) => pair !== '').join('&') }
}

/**
 * Encodes a property of a form. If its encoding has `style`, `explode` or `allowReserved`, the property is encoded like
 * a query parameter. Otherwise, strings are written as text, and objects as JSON. OpenAPI 3.1.1 §4.8.15.1.2.
 */
function pairOf(name: string, value: unknown, encoding: PropertyEncoding, json: WriteJson): string {
  const { style = 'form', allowReserved = false } = encoding
  const { explode = style === 'form' } = encoding
  const isStyled = [encoding.style, encoding.explode, encoding.allowReserved].some((each) => each !== undefined)
  if (isStyled) return serializeParameter({ name, in: 'query', style, explode, allowReserved }, value, json)
  const items = Array.isArray(value) ? (value as unknown[]) : [value]
  return items.map((item) => `${percentEncode(name)}=${percentEncode(textOf(item, encoding, json))}`).join('&')
}

/** Returns a string unchanged, unless its encoding is JSON. Returns all other values as JSON. */
function textOf(value: unknown, { contentType = '' }: PropertyEncoding, json: WriteJson): string {
  return typeof value === 'string' && !isJsonType(contentType) ? value : json(value)
}

type Piece = string | Uint8Array

/**
 * Encodes a multipart body. Each property becomes one part, and an array becomes one part per item. OpenAPI 3.1.1
 * §4.8.15.1.3, RFC 7578.
 */
async function multipart(
  contentType: string,
  body: Readonly<Record<string, unknown>>,
  encodings: Encodings,
  json: WriteJson,
): Promise<EncodedBody> {
  const parts = await Promise.all(
    Object.entries(body).flatMap(([name, value]) =>
      (Array.isArray(value) ? (value as unknown[]) : [value]).map((item) =>
        partOf(name, item, encodings[name] ?? {}, json),
      ),
    ),
  )
  const given = /;\s*boundary="?([^";]+)/i.exec(contentType)?.[1]
  const boundary = given ?? unusedBoundary(parts.flat())
  const pieces = parts.flatMap((part) => [`--${boundary}\r\n`, ...part, '\r\n'])
  return {
    contentType: given === undefined ? `${contentType.trim()}; boundary=${boundary}` : contentType,
    body: textOrBytes([...pieces, `--${boundary}--\r\n`]),
  }
}

async function partOf(
  name: string,
  value: unknown,
  encoding: PropertyEncoding,
  json: WriteJson,
): Promise<readonly Piece[]> {
  const isFile = encoding.isFile === true || isBytes(value)
  const own = value instanceof Blob && value.type !== '' ? value.type : undefined
  const type = typeOfPart(encoding.contentType, own, value) ?? (isFile ? 'application/octet-stream' : undefined)
  const file = isFile ? `; filename="${quoted(fileName(name, value, type))}"` : ''
  const content = isBytes(value)
    ? await bytesOf(value)
    : textOf(value, type === undefined ? {} : { contentType: type }, json)
  const headers = Object.entries(encoding.headers ?? {}).map(([header, text]) => `${header}: ${text}\r\n`)
  return [
    `Content-Disposition: form-data; name="${quoted(name)}"${file}\r\n`,
    ...(type === undefined ? [] : [`Content-Type: ${type}\r\n`]),
    ...headers,
    '\r\n',
    content,
  ]
}

/**
 * Returns the media type of a part. This is `own`, the type of the value itself, if the encoding allows it. Otherwise
 * it is the first type of the encoding that is not a range. If the encoding has no such type, objects are sent as JSON.
 */
function typeOfPart(allowed = '', own: string | undefined, value: unknown): string | undefined {
  const ranges = allowed.split(',').flatMap((range) => (range.trim() === '' ? [] : [range.trim()]))
  const isAllowed = (type: string): boolean =>
    ranges.length === 0 || ranges.some((range) => isUnder(type, range.toLowerCase()))
  if (own !== undefined && isAllowed(own)) return own
  const fixed = ranges.find((range) => !range.includes('*'))
  if (fixed !== undefined) return fixed
  if (isObject(value) && !isBytes(value)) return 'application/json'
  const [range] = ranges
  return range === undefined ? undefined : (EXAMPLES[range.toLowerCase()] ?? 'application/octet-stream')
}

/** For each media range, a media type that belongs to it. */
const EXAMPLES: Readonly<Record<string, string>> = {
  'text/*': 'text/plain',
  'image/*': 'image/png',
  'audio/*': 'audio/mpeg',
  'video/*': 'video/mp4',
}

function isUnder(type: string, range: string): boolean {
  const [essence = ''] = type.toLowerCase().split(/\s*;/)
  return range === '*/*' || range === essence || (range.endsWith('/*') && essence.startsWith(range.slice(0, -1)))
}

/** Returns the file name of a part. This is the name of a `File`, or the name of the property with an extension. */
function fileName(property: string, value: unknown, type = ''): string {
  if (typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string')
    return value.name
  const [, subtype = ''] = /^[^/]+\/([^;\s]+)/.exec(type.toLowerCase()) ?? []
  return `${property}.${EXTENSIONS[subtype] ?? (/^[a-z]{2,4}$/.test(subtype) ? subtype : 'bin')}`
}

const EXTENSIONS: Readonly<Record<string, string>> = { plain: 'txt', jpeg: 'jpg', 'svg+xml': 'svg', markdown: 'md' }

/**
 * Percent-encodes quotes and line breaks in a name, as browsers do (HTML §4.10.21.7). RFC 7578 §2 does not define this.
 */
function quoted(text: string): string {
  return text.replaceAll(/["\r\n]/g, (sign) => encodeURIComponent(sign))
}

/** Returns a boundary text that does not occur in the parts. RFC 2046 §5.1.1. */
function unusedBoundary(pieces: readonly Piece[]): string {
  const texts = pieces.map((piece) => (typeof piece === 'string' ? piece : new TextDecoder('latin1').decode(piece)))
  for (let count = 0; ; count++) {
    const boundary = `contract-gate-3f9a0c71be${count === 0 ? '' : `-${count}`}`
    if (!texts.some((text) => text.includes(`--${boundary}`))) return boundary
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
