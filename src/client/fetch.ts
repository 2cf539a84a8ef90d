import type { ReceivedAnswer } from './judge-answer.ts'

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
 * Sends a request and reads the answer as text. Redirects are not followed, because `fetch` would send the API key to
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
  return { status: response.status, headers: Object.fromEntries(received), text: await response.text() }
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
