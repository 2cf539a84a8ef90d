import { systemClock, type Clock } from './sending/clock.ts'
import type { ContractViolation } from './errors.ts'
import type { Fetch } from './sending/fetch.ts'
import type { Hooks } from './hooks.ts'

/** The options of a client, except its credentials. */
export type ClientOptions = BaseOptions & Reporting

interface BaseOptions extends Hooks {
  /**
   * The URL of the API, such as `https://api.example.com/v1`. It must not contain a user or password. In browsers it
   * may be relative to the page.
   */
  readonly baseUrl: string
  /** The function that sends requests. Default: the `fetch` of the platform. */
  readonly fetch?: Fetch
  /** The time limit of a call in milliseconds. It includes the token request, retries and waiting. Default: 30 000. */
  readonly timeoutMs?: number
  /**
   * The maximum number of retries of a call. Only requests that are safe to repeat are retried: see
   * `retryNotIdempotent`. Default: 2.
   */
  readonly retries?: number
  /**
   * If true, PATCH and POST are also retried after a network error, although the server may have processed the first
   * request. Default: false. After 429 or 503 with `Retry-After`, all methods are retried, because the server has not
   * processed the request.
   */
  readonly retryNotIdempotent?: boolean
  /** `refuse` (default): an undocumented enum value is a violation. `accept`: it is not a violation. */
  readonly unknownEnumValues?: 'refuse' | 'accept'
  /**
   * Headers that every call sends. `content-type`, `accept` and the headers of the credentials are not allowed, because
   * the client sets them itself.
   */
  readonly headers?: Readonly<Record<string, string>>
  /** The name of a header that carries the id of each call, such as `x-request-id`. Default: the id is not sent. */
  readonly requestIdHeader?: string
  /** The clock that the client uses. Default: the clock of the machine. */
  readonly clock?: Clock
}

/**
 * The action for an answer that violates the document. `throw` (default) throws an error. `warn` and `ignore` return the
 * answer unchanged.
 */
export type Reporting =
  | { readonly onViolation: 'throw' | 'ignore' | 'warn'; readonly warn: (violation: ContractViolation) => void }
  | { readonly onViolation?: 'throw' | 'ignore'; readonly warn?: (violation: ContractViolation) => void }

export interface Settings {
  readonly baseUrl: string
  readonly fetch: Fetch
  readonly timeoutMs: number
  readonly retries: number
  readonly retryNotIdempotent: boolean
  readonly tolerant: boolean
  readonly headers: Readonly<Record<string, string>>
  readonly requestIdHeader: string | undefined
  readonly hooks: Hooks
  readonly clock: Clock
  /** True if an error is thrown for an answer that violates the document. */
  readonly throwing: boolean
  readonly report: (violation: ContractViolation) => void
}

const OWN_HEADERS = new Set(['content-type', 'content-length', 'host', 'accept', 'authorization'])

/**
 * Adds defaults to the options. Throws if an option is invalid. The error does not contain the option, because options
 * may contain secrets.
 */
export function settle(options: ClientOptions): Settings {
  const { timeoutMs = 30_000, retries = 2, headers = {}, requestIdHeader } = options
  const baseUrl = absoluteUrl(options.baseUrl)
  checkTimeLimit(timeoutMs)
  if (!Number.isInteger(retries) || retries < 0) throw new TypeError('retries must be an integer of 0 or more')
  checkHeaders(headers)
  if (requestIdHeader !== undefined) checkHeaders({ [requestIdHeader]: 'id' })
  return {
    baseUrl,
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    timeoutMs,
    retries,
    retryNotIdempotent: options.retryNotIdempotent ?? false,
    tolerant: options.unknownEnumValues === 'accept',
    headers,
    requestIdHeader,
    hooks: options,
    clock: options.clock ?? systemClock,
    throwing: (options.onViolation ?? 'throw') === 'throw',
    report: reporter(options),
  }
}

/** Throws if a time limit is not a positive number of milliseconds. */
export function checkTimeLimit(timeoutMs: number): void {
  if (!(timeoutMs > 0 && timeoutMs < 2 ** 31)) throw new TypeError('timeoutMs must be a number of milliseconds above 0')
}

/** Returns an absolute base URL. In browsers, a relative URL is resolved against the URL of the page. */
function absoluteUrl(baseUrl: unknown): string {
  if (typeof baseUrl !== 'string') throw new TypeError('baseUrl must be a string')
  const { location } = globalThis as { readonly location?: { readonly href?: unknown } }
  const page = typeof location?.href === 'string' && /^https?:/.test(location.href) ? location.href : undefined
  const url = URL.canParse(baseUrl, page) ? new URL(baseUrl, page) : undefined
  if (url === undefined)
    throw new TypeError(
      'baseUrl must have a host, such as https://api.example.com (only in a browser it may be relative)',
    )
  if (!/^https?:$/.test(url.protocol)) throw new TypeError('baseUrl must be an http(s) URL')
  if (url.username !== '' || url.password !== '')
    throw new TypeError('baseUrl must not contain a user or password; pass credentials instead')
  return URL.canParse(baseUrl) ? baseUrl : url.href
}

/** Throws for a header that only the client may set, and for a header that cannot be sent. */
export function checkHeaders(headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) {
    if (OWN_HEADERS.has(name.toLowerCase())) throw new TypeError(`headers: ${name} is set by the client itself`)
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) throw new TypeError('headers: a name has characters that are not allowed')
    if (!isHeaderValue(value)) throw new TypeError(`headers: ${name} has characters that a header cannot carry`)
  }
}

/** Returns a function that handles a violation: it throws the violation, passes it to `warn`, or does nothing. */
export function reporter(options: Reporting): (violation: ContractViolation) => void {
  const { onViolation = 'throw', warn } = options
  if (onViolation === 'ignore') return () => undefined
  if (onViolation === 'warn') {
    if (warn === undefined) throw new TypeError("onViolation: 'warn' needs the option warn, a function")
    return warn
  }
  return (violation) => {
    throw violation
  }
}

/**
 * True for a text of visible ASCII characters, with spaces only between them. Every `fetch` accepts such a text as a
 * header value. False if a line break is at the end, as in a text from a file.
 */
export function isHeaderValue(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(value)
}
