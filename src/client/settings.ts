import { systemClock, type Clock } from './clock.ts'
import type { ContractViolation } from './errors.ts'
import type { Fetch } from './fetch.ts'

/** What a client is made with, credentials aside. */
export type ClientOptions = BaseOptions & Reporting

interface BaseOptions {
  /** Absolute, without user and password: `https://api.lobbie.com`. */
  readonly baseUrl: string
  /** Any `fetch`: the platform's (the default), undici's, one over a sandbox. */
  readonly fetch?: Fetch
  /** For one call whole, its token, its retries and its waits included. Default 30 000. */
  readonly timeoutMs?: number
  /** How often more a call is sent where that is safe: see `retryNotIdempotent`. Default 2. */
  readonly retries?: number
  /**
   * Sends PATCH and POST again too when no answer came, although the first may have been carried out. Default false.
   * After 429 and 503 with `Retry-After` every method is sent again: the server says that it did nothing.
   */
  readonly retryNotIdempotent?: boolean
  /** `accept` lets answers pass whose only fault are enum values that the document does not list. Default `refuse`. */
  readonly unknownEnumValues?: 'refuse' | 'accept'
  /** Sent with every call; `content-type`, `accept` and credentials are the client's own business. */
  readonly headers?: Readonly<Record<string, string>>
  /** Default the machine's. */
  readonly clock?: Clock
}

/** What becomes of a broken promise: thrown (the default), told to `warn`, or nothing; the answer comes then as it is. */
export type Reporting =
  | { readonly onViolation?: 'throw' | 'ignore'; readonly warn?: (violation: ContractViolation) => void }
  | { readonly onViolation: 'throw' | 'ignore' | 'warn'; readonly warn: (violation: ContractViolation) => void }

export interface Settings {
  readonly baseUrl: string
  readonly fetch: Fetch
  readonly timeoutMs: number
  readonly retries: number
  readonly retryNotIdempotent: boolean
  readonly tolerant: boolean
  readonly headers: Readonly<Record<string, string>>
  readonly clock: Clock
  readonly report: (violation: ContractViolation) => void
}

const OWN_HEADERS = new Set(['content-type', 'content-length', 'host', 'accept', 'authorization'])

/** Every option with its default. What it throws quotes no option: any of them may hold a secret. */
export function settle(options: ClientOptions): Settings {
  const { baseUrl, timeoutMs = 30_000, retries = 2, headers = {} } = options
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new TypeError('baseUrl is not an absolute http(s) URL')
  if (url.username !== '' || url.password !== '') throw new TypeError('baseUrl has a user or a password in it')
  if (!(timeoutMs > 0 && timeoutMs < 2 ** 31)) throw new TypeError('timeoutMs is not a number of milliseconds above 0')
  if (!Number.isInteger(retries) || retries < 0) throw new TypeError('retries is not a whole number from 0')
  for (const [name, value] of Object.entries(headers)) {
    if (OWN_HEADERS.has(name.toLowerCase())) throw new TypeError(`headers: ${name} is set by the client itself`)
    if (!isHeaderValue(value)) throw new TypeError(`headers: ${name} has characters that no header can carry`)
  }
  return {
    baseUrl,
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    timeoutMs,
    retries,
    retryNotIdempotent: options.retryNotIdempotent ?? false,
    tolerant: options.unknownEnumValues === 'accept',
    headers,
    clock: options.clock ?? systemClock,
    report: reporter(options),
  }
}

/** What to do with a violation. */
export function reporter(options: Reporting): (violation: ContractViolation) => void {
  const { onViolation = 'throw', warn } = options
  if (onViolation === 'ignore') return () => undefined
  if (onViolation === 'warn') {
    if (warn === undefined) throw new TypeError("onViolation: 'warn' needs a function warn")
    return warn
  }
  return (violation) => {
    throw violation
  }
}

/** Visible ASCII, blanks inside allowed: what every `fetch` takes. A trailing newline of a secret's file is not. */
export function isHeaderValue(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(value)
}
