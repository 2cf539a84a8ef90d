import { isTextType } from '../requests/text-type.ts'

/** The part of `fetch` that a client uses. Any function with this type can be used instead of `fetch`. */
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
  /** Needed only for responses whose media type is not a text format. */
  arrayBuffer?(): Promise<ArrayBuffer>
}

/** An answer whose body is not parsed yet. */
export interface ReceivedAnswer {
  readonly status: number
  /** Headers with names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** The body as text. Empty for a body that is kept as bytes. */
  readonly text: string
  /** The body, if its media type is not a text format. */
  readonly bytes?: Blob
}

/**
 * A request whose parts are plain strings. A `Request` object is not used, because the `fetch` of another JavaScript
 * realm would refuse it.
 */
export interface WrittenRequest {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer>
}

/**
 * Sends a request and reads the answer: as text, or as bytes if its media type is not a text format. Redirects are not followed, because `fetch` would send the API key to
 * the new host.
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

/** Decodes a body in the charset of its media type, because `text()` always decodes UTF-8. */
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
 * Returns the code of a network error, or the code of its cause. The message of the error is never used, because it may
 * contain the value of a header.
 */
export function networkCode(error: unknown): string | undefined {
  for (let each = error, depth = 0; depth < 5 && typeof each === 'object' && each !== null; depth += 1) {
    if ('code' in each && typeof each.code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(each.code)) return each.code
    each = 'cause' in each ? each.cause : undefined
  }
  return undefined
}
