import { ContractError } from '../errors.ts'
import type { Exchange, RawAnswer, RawRequest } from '../exchanges/exchange.ts'
import { stringifyJson } from '../json.ts'

/** Headers as an object, as pairs of name and value, or as a list of objects with `name` and `value` (as in HAR). */
export type RecordedHeaders =
  | Readonly<Record<string, string>>
  | readonly (readonly [name: string, value: string])[]
  | readonly { readonly name: string; readonly value: string }[]

/** A recorded request. Its body is text, bytes or a JSON value. */
export interface RecordedRequest {
  readonly method: string
  readonly url: string
  readonly headers?: RecordedHeaders
  readonly body?: unknown
}

/** A recorded response. */
export interface RecordedResponse {
  readonly status: number
  readonly headers?: RecordedHeaders
  readonly body?: unknown
}

/** The fields of a HAR entry that are read. HAR 1.2 §entries. */
export interface HarEntry {
  readonly startedDateTime?: string
  readonly request: {
    readonly method: string
    readonly url: string
    readonly headers: readonly { readonly name: string; readonly value: string }[]
    readonly postData?: { readonly text?: string }
  }
  readonly response: {
    readonly status: number
    readonly headers: readonly { readonly name: string; readonly value: string }[]
    readonly content: { readonly text?: string; readonly encoding?: string }
  }
}

/** A request and its response, from `fetch`, a recording or a HAR entry. */
export type RecordedPair =
  | { readonly request: Request | RecordedRequest; readonly response: Response | RecordedResponse }
  | HarEntry

/** Reads a request and a response. Clones bodies of `fetch`, so that the caller can still read the originals. */
export async function readPair(pair: { readonly request: unknown; readonly response: unknown }): Promise<Exchange> {
  const sentAt = 'startedDateTime' in pair && typeof pair.startedDateTime === 'string' ? pair.startedDateTime : ''
  return { request: await readRequest(pair.request), answer: await readAnswer(pair.response), sentAt, milliseconds: 0 }
}

/** Reads a response. Throws `bad-argument` for a value that is not a response. */
export async function readAnswer(value: unknown): Promise<RawAnswer> {
  if (!isRecord(value) || typeof value['status'] !== 'number') throw unreadable('the response has no status')
  const headers = headersOf(value['headers']).map(([name, text]) => [name.toLowerCase(), text] as const)
  return { status: value['status'], headers, body: await bytesOf(value, 'response') }
}

async function readRequest(value: unknown): Promise<RawRequest> {
  if (!isRecord(value) || typeof value['method'] !== 'string' || typeof value['url'] !== 'string') {
    throw unreadable('the request has no method or no url')
  }
  const url = URL.canParse(value['url'], 'http://recorded.invalid')
    ? new URL(value['url'], 'http://recorded.invalid')
    : undefined
  if (url === undefined) throw unreadable('the url of the request is invalid')
  const body = await bytesOf(value, 'request')
  return {
    method: value['method'].toUpperCase(),
    target: url.pathname + url.search,
    headers: headersOf(value['headers']),
    ...(body.length === 0 ? {} : { body }),
  }
}

async function bytesOf(holder: Record<string, unknown>, what: string): Promise<Uint8Array> {
  if (isFetched(holder)) {
    if (holder.bodyUsed) throw unreadable(`the body of the ${what} was already read`, `pass a clone of the ${what}`)
    return new Uint8Array(await holder.clone().arrayBuffer())
  }
  const har = holder['postData'] ?? holder['content']
  if (isRecord(har)) {
    const text = typeof har['text'] === 'string' ? har['text'] : ''
    return Buffer.from(text, har['encoding'] === 'base64' ? 'base64' : 'utf8')
  }
  const { body } = holder
  if (body === undefined) return new Uint8Array()
  if (body instanceof Uint8Array) return body
  if (body instanceof ArrayBuffer) return new Uint8Array(body)
  if (isReadable(body)) {
    if (body.bodyUsed)
      throw unreadable(`the body of the ${what} was already read`, `pass it as text: { ...response, body }`)
    return new Uint8Array(await body.arrayBuffer())
  }
  return Buffer.from(typeof body === 'string' ? body : stringifyJson(body))
}

function headersOf(value: unknown): [string, string][] {
  if (value === undefined) return []
  if (Array.isArray(value)) {
    return value.map((entry: unknown) =>
      Array.isArray(entry) ? [String(entry[0]), String(entry[1])] : namedPair(isRecord(entry) ? entry : {}),
    )
  }
  if (isRecord(value) && typeof value['forEach'] === 'function') {
    const pairs: [string, string][] = []
    ;(value as unknown as Headers).forEach((text, name) => pairs.push([name, text]))
    return pairs
  }
  return isRecord(value) ? Object.entries(value).map(([name, text]) => [name, String(text)]) : []
}

function namedPair(entry: Record<string, unknown>): [string, string] {
  return [String(entry['name']), String(entry['value'])]
}

/**
 * Recognizes a `Response` by its properties and not by its class, because it may come from another JavaScript realm.
 */
function isFetched(value: object): value is Pick<Response, 'bodyUsed' | 'clone'> {
  return 'clone' in value && typeof value.clone === 'function' && 'bodyUsed' in value
}

/** Recognizes a body of `undici.request` by its properties. Such a body can be read only once. */
function isReadable(value: unknown): value is { readonly bodyUsed: boolean; arrayBuffer(): Promise<ArrayBuffer> } {
  return isRecord(value) && typeof value['arrayBuffer'] === 'function' && typeof value['bodyUsed'] === 'boolean'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function unreadable(
  what: string,
  next = 'pass a Response, or { request, response } from fetch or from a recording',
): Error {
  return new ContractError('bad-argument', { what, next })
}
