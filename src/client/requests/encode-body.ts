import { isJsonType, type WriteJson } from './serialize-parameter.ts'

/** The encoding of one property of a form. OpenAPI 3.1.1 §4.8.15. */
export interface PropertyEncoding {
  /**
   * The media type of the part. If this is a list of types and ranges, the first of them that fits the value is used.
   */
  readonly contentType?: string
  readonly style?: string
  readonly explode?: boolean
  readonly allowReserved?: boolean
  /** Headers of the part other than Content-Type and Content-Disposition. */
  readonly headers?: Readonly<Record<string, string>>
  /** True if the schema describes bytes. The part then has a file name. */
  readonly isFile?: boolean
}

/** The encodings of the properties of a form, by name. */
export type Encodings = Readonly<Record<string, PropertyEncoding>>

/** An encoded body and its Content-Type header. */
export interface EncodedBody {
  readonly contentType: string
  /**
   * The encoded body. It is a string if the UTF-8 encoding of the string gives the right bytes, and bytes otherwise.
   */
  readonly body: string | Uint8Array<ArrayBuffer>
}

const FORM = /^application\/x-www-form-urlencoded\s*(;|$)/i
const MULTIPART = /^multipart\/form-data\s*(;|$)/i

/** True for the two media types of forms. A form encodes each property separately. */
export function isForm(contentType: string): boolean {
  return FORM.test(contentType) || MULTIPART.test(contentType)
}

/** Encodes a body as JSON, text or bytes. For forms, see `encodeForm`. */
export async function encodeBody(contentType: string, body: unknown, json: WriteJson): Promise<EncodedBody> {
  const own = contentType.includes('*') && body instanceof Blob ? body.type : contentType
  if (isBytes(body)) return { contentType: own, body: textOrBytes([await bytesOf(body)]) }
  return { contentType, body: typeof body === 'string' && !isJsonType(contentType) ? body : json(body) }
}

/** True for a value that is sent as bytes. */
export function isBytes(value: unknown): value is Blob | Uint8Array {
  return value instanceof Blob || value instanceof Uint8Array
}

/** Returns the bytes of a `Blob` or `Uint8Array`. */
export async function bytesOf(value: Blob | Uint8Array): Promise<Uint8Array> {
  return value instanceof Blob ? new Uint8Array(await value.arrayBuffer()) : value
}

/**
 * Joins the pieces of a body. The result is a string if its UTF-8 encoding gives the right bytes, and bytes otherwise.
 */
export function textOrBytes(pieces: readonly (string | Uint8Array)[]): string | Uint8Array<ArrayBuffer> {
  const bytes = pieces.map((piece) => (typeof piece === 'string' ? new TextEncoder().encode(piece) : piece))
  const all = new Uint8Array(bytes.reduce((length, each) => length + each.length, 0))
  let at = 0
  for (const each of bytes) {
    all.set(each, at)
    at += each.length
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(all)
  } catch {
    return all
  }
}
