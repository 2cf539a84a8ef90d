import { isTextType } from '../requests/text-type.ts'

/** The part of `fetch` that a client uses. Any function of this type can be given to the client instead. */
export type Fetch = (
  url: string,
  init: {
    readonly method: string
    readonly headers: Record<string, string>
    readonly body?: string | Uint8Array<ArrayBuffer>
    readonly signal: AbortSignal
    readonly redirect: 'manual'
  },
) => Promise<FetchedResponse>

export interface FetchedResponse {
  readonly status: number
  readonly headers: { forEach(visit: (value: string, name: string) => void): void }
  text(): Promise<string>
  /** Needed only for responses that are not text. */
  arrayBuffer?(): Promise<ArrayBuffer>
}

/** An answer whose body is not parsed yet. */
export interface ReceivedAnswer {
  readonly status: number
  /** The headers, by lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  /** The body as text. Empty if the answer is not text. */
  readonly text: string
  /** The body as bytes. Absent if the answer is text. */
  readonly bytes?: Blob
}

/**
 * A request as plain values. A `Request` object is not used, because `fetch` rejects it if it belongs to another
 * JavaScript realm.
 */
export interface WrittenRequest {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer>
}

/**
 * Sends a request. Reads the answer as text or as bytes, depending on its media type. Does not follow redirects,
 * because `fetch` would also send the API key to the new host.
 */
export async function sendRequest(fetch: Fetch, request: WrittenRequest, signal: AbortSignal): Promise<ReceivedAnswer> {
  const { url, method, headers, body } = request
  const response = await fetch(url, {
    method,
    headers: { ...headers },
    ...(body === undefined ? {} : { body }),
    signal,
    redirect: 'manual',
  })
  const received: [string, string][] = []
  response.headers.forEach((value, name) => received.push([name.toLowerCase(), value]))
  const answer = { status: response.status, headers: Object.fromEntries(received) }
  const contentType = answer.headers['content-type'] ?? ''
  if (isTextType(contentType) || response.arrayBuffer === undefined)
    return { ...answer, text: await textOf(response, contentType) }
  return { ...answer, text: '', bytes: new Blob([await response.arrayBuffer()], { type: contentType }) }
}

/** Decodes a body with the charset in its media type. `text()` is not enough, because it always decodes UTF-8. */
async function textOf(response: FetchedResponse, contentType: string): Promise<string> {
  const charset = /;\s*charset="?([^";\s]+)/i.exec(contentType)?.[1] ?? 'utf-8'
  if (/^utf-?8$/i.test(charset) || response.arrayBuffer === undefined) return response.text()
  const bytes = await response.arrayBuffer()
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

/**
 * Returns the code of a network error. If the error has no code, returns the code of its cause. Does not use error
 * messages, because they may contain header values.
 */
export function networkCode(error: unknown): string | undefined {
  for (let each = error, depth = 0; depth < 5 && typeof each === 'object' && each !== null; depth += 1) {
    if ('code' in each && typeof each.code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(each.code)) return each.code
    each = 'cause' in each ? each.cause : undefined
  }
  return undefined
}
