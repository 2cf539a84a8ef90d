import type { WrittenRequest } from './sending/fetch.ts'

/** The parts that every hook gets. */
export interface HookCall {
  /** The id of the operation. */
  readonly operation: string
  /** The id of the call. All attempts of a call have the same id. */
  readonly requestId: string
  /** The number of the attempt, from 1. Before the first attempt it is 0. */
  readonly attempt: number
}

/**
 * A request, as a hook gets it: without credentials, cookies and body. With `hooksSeeSecrets`, it is complete.
 */
export interface HookRequest extends HookCall {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer>
}

/** A response, as a hook gets it: without the header `set-cookie`. With `hooksSeeSecrets`, it is complete. */
export interface HookResponse extends HookCall {
  readonly request: HookRequest
  readonly status: number
  /** Headers with names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Only with `hooksSeeSecrets`: the body, if it was read as text. */
  readonly text?: string
  /** The time between the request and the end of the response, in milliseconds. */
  readonly milliseconds: number
}

/** The error that ends a call. */
export interface HookError extends HookCall {
  readonly error: unknown
}

/**
 * Functions that a client calls for each request of an operation. Requests for tokens are not reported. An error that
 * `onRequest` or `onResponse` throws ends the call. An error that `onError` throws is ignored.
 */
export interface Hooks {
  /** Is called before each attempt. Headers that it returns are added to the request. */
  readonly onRequest?: (request: HookRequest) => HeadersToAdd | Promise<HeadersToAdd>
  /** Is called after each response. */
  readonly onResponse?: (response: HookResponse) => void | Promise<void>
  /** Is called once if the call throws an error. */
  readonly onError?: (failure: HookError) => void | Promise<void>
  /**
   * If true, the hooks also get credentials, cookies and bodies. Default: false, so that a hook can write all its input
   * to a log.
   */
  readonly hooksSeeSecrets?: boolean
}

type HeadersToAdd = void | undefined | { readonly headers?: Readonly<Record<string, string>> }

/** The headers and query parameters that carry credentials. Names of headers are in lower case. */
export interface SecretPlaces {
  readonly headers: ReadonlySet<string>
  readonly query: ReadonlySet<string>
}

const SECRET_HEADERS = ['authorization', 'cookie', 'proxy-authorization']

/** Returns the places of a contract that carry credentials. */
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

/** Returns response headers without those that set a cookie. */
export function withoutCookies(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !/^set-cookie2?$/.test(name)))
}

/** Returns a random id for a call. `crypto.randomUUID` is not used, because browsers offer it only on secure pages. */
export function randomId(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
