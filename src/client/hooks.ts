import type { WrittenRequest } from './sending/fetch.ts'

/** The properties that every hook gets. */
export interface HookCall {
  /** The id of the operation. */
  readonly operation: string
  /** The id of the call, which is the same for all attempts of the call. */
  readonly requestId: string
  /** The number of the attempt. It is 1 for the first attempt, and 0 before the first attempt. */
  readonly attempt: number
}

/** A request as a hook sees it: without credentials, cookies and body, unless `hooksSeeSecrets` is true. */
export interface HookRequest extends HookCall {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer>
}

/** A response as a hook sees it: without `set-cookie` and body, unless `hooksSeeSecrets` is true. */
export interface HookResponse extends HookCall {
  readonly request: HookRequest
  readonly status: number
  /** The headers, by lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  /** The body, if it was read as text. Only present with `hooksSeeSecrets`. */
  readonly text?: string
  /** Milliseconds between sending the request and receiving the end of the response. */
  readonly milliseconds: number
}

/** The error that ended a call. */
export interface HookError extends HookCall {
  readonly error: unknown
}

/**
 * Functions that a client calls for each request of an operation. They are not called for token requests. An error of
 * `onRequest` or `onResponse` ends the call. An error of `onError` is ignored.
 */
export interface Hooks {
  /** Called before each attempt. The headers that the function returns are added to the request. */
  readonly onRequest?: (request: HookRequest) => HeadersToAdd | Promise<HeadersToAdd>
  /** Called after each response. */
  readonly onResponse?: (response: HookResponse) => void | Promise<void>
  /** Called once if the call ends with an error. */
  readonly onError?: (failure: HookError) => void | Promise<void>
  /**
   * If true, hooks also get credentials, cookies and bodies. Default: false, so that hooks can log everything they get.
   */
  readonly hooksSeeSecrets?: boolean
}

type HeadersToAdd = void | undefined | { readonly headers?: Readonly<Record<string, string>> }

/** The names of the headers and query parameters that contain credentials. Header names are in lower case. */
export interface SecretPlaces {
  readonly headers: ReadonlySet<string>
  readonly query: ReadonlySet<string>
}

const SECRET_HEADERS = ['authorization', 'cookie', 'proxy-authorization']

/** Returns the names of the headers and query parameters that contain credentials. */
export function secretPlaces(
  schemes: readonly { readonly type: string; readonly in?: string; readonly parameter?: string }[],
): SecretPlaces {
  const names = (place: string): string[] =>
    schemes.flatMap(({ in: where, parameter }) => (where === place && parameter !== undefined ? [parameter] : []))
  return {
    headers: new Set([...SECRET_HEADERS, ...names('header').map((name) => name.toLowerCase())]),
    query: new Set(names('query')),
  }
}

/** Returns a request without credentials, cookies and body. */
export function withoutSecrets({ url, method, headers }: WrittenRequest, places: SecretPlaces): WrittenRequest {
  const safe = new URL(url)
  for (const name of places.query) if (safe.searchParams.has(name)) safe.searchParams.delete(name)
  const kept = Object.entries(headers).filter(([name]) => !places.headers.has(name.toLowerCase()))
  return { method, url: safe.href, headers: Object.fromEntries(kept) }
}

/** Returns response headers without `set-cookie`. */
export function withoutCookies(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !/^set-cookie2?$/.test(name)))
}

/** Returns a random id. `crypto.randomUUID` is not used, because browsers offer it only on secure pages. */
export function randomId(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
