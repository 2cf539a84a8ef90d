import { Deadline } from './deadline.ts'
import { CredentialsFailure } from './errors.ts'
import { sendRequest, type WrittenRequest } from './fetch.ts'
import type { ReceivedAnswer } from './judge-answer.ts'
import { retryPolicyFor, sendWithRetries } from './send-with-retries.ts'
import { isHeaderValue, type Settings } from './settings.ts'

/** OAuth 2.0 client credentials. RFC 6749 §4.4. */
export interface ClientCredentials {
  readonly clientId: string
  readonly clientSecret: string
  /** The scope that is requested for the token. */
  readonly scope?: string
  /** Overrides the token URL of the document. A relative URL is resolved against the base URL. */
  readonly tokenUrl?: string
  /** Headers for the token request only, for example `{ 'x-api-key': … }`. */
  readonly tokenHeaders?: Readonly<Record<string, string>>
  /**
   * Where the token request contains the client secret: in its body, or in its `Authorization` header (RFC 6749
   * §2.3.1). Default: `body`.
   */
  readonly clientAuthentication?: 'body' | 'basic'
}

/**
 * A token is renewed this many milliseconds before it expires. A short-lived token is renewed later, but not before
 * half of its lifetime is over.
 */
const RENEW_BEFORE_MS = 30_000

/** Those settings of a client that apply to its token requests too. */
export type TokenSettings = Pick<Settings, 'baseUrl' | 'clock' | 'fetch' | 'retries' | 'timeoutMs'>

interface Token {
  readonly value: string
  /**
   * The time at which the token is renewed, in milliseconds of a monotonic clock. A wrong system clock has no effect.
   */
  readonly renewAt: number
  readonly endsAt: number
}

/** Requests tokens and caches the last one. Concurrent calls share one token request. */
export class ClientTokens {
  readonly #settings: TokenSettings
  readonly #request: WrittenRequest
  #token: Token | undefined
  #renewal: Promise<Token> | undefined

  constructor(settings: TokenSettings, tokenUrl: string, credentials: ClientCredentials) {
    this.#settings = settings
    this.#request = tokenRequest(new URL(credentials.tokenUrl ?? tokenUrl, settings.baseUrl).href, credentials)
  }

  /** Returns a token that has not expired. If no token can be requested, throws an error that names `operation`. */
  async token(operation: string): Promise<string> {
    const kept = this.#token
    const { clock } = this.#settings
    if (kept !== undefined && clock.elapsed() < kept.renewAt) return kept.value
    try {
      const renewed = await this.#renewed(operation)
      return renewed.value
    } catch (error) {
      // The token endpoint does not respond. The old token has not expired, so it is still used.
      if (kept !== undefined && this.#token === kept && clock.elapsed() < kept.endsAt) return kept.value
      throw error instanceof CredentialsFailure ? new CredentialsFailure(operation, error.reason, error.status) : error
    }
  }

  /** Drops a token that the server refused. Does nothing if a new token was already requested. */
  discard(value: string): void {
    if (this.#token?.value === value) this.#token = undefined
  }

  #renewed(operation: string): Promise<Token> {
    this.#renewal ??= this.#renew(operation).finally(() => {
      this.#renewal = undefined
    })
    return this.#renewal
  }

  /**
   * Requests a new token. Concurrent calls share the request. It has its own time limit: if one call is aborted, the
   * other calls still get the token.
   */
  async #renew(operation: string): Promise<Token> {
    const { clock, fetch, retries, timeoutMs } = this.#settings
    const unreachable = (): Error => new CredentialsFailure(operation, 'unreachable')
    const deadline = new Deadline(clock, timeoutMs, undefined, unreachable)
    try {
      let sentAt = clock.elapsed()
      const send = (): Promise<ReceivedAnswer> => {
        sentAt = clock.elapsed()
        return sendRequest(fetch, this.#request, deadline.signal)
      }
      // A token request is a POST, but it may be retried: a token that is issued and never used has no effect.
      const received = await sendWithRetries(send, retryPolicyFor('POST', retries, true), deadline, clock).catch(() => {
        throw unreachable()
      })
      this.#token = readToken(received, sentAt, operation)
      return this.#token
    } finally {
      deadline.end()
    }
  }
}

function tokenRequest(url: string, credentials: ClientCredentials): WrittenRequest {
  const { clientId, clientSecret, scope, tokenHeaders = {}, clientAuthentication = 'body' } = credentials
  for (const [name, value] of Object.entries({ clientId, clientSecret, ...tokenHeaders })) {
    if (!isHeaderValue(value))
      throw new TypeError(`credentials: ${name} is empty or has characters that a header cannot carry`)
  }
  const form = new URLSearchParams({ grant_type: 'client_credentials' })
  const headers = { ...tokenHeaders, accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' }
  if (scope !== undefined) form.set('scope', scope)
  if (clientAuthentication === 'body') {
    form.set('client_id', clientId)
    form.set('client_secret', clientSecret)
    return { url, method: 'POST', headers, body: form.toString() }
  }
  const pair = new URLSearchParams({ [clientId]: clientSecret }).toString().replace('=', ':')
  return { url, method: 'POST', headers: { ...headers, authorization: `Basic ${btoa(pair)}` }, body: form.toString() }
}

/** Reads the response of the token endpoint. RFC 6749 §5.1. */
function readToken({ status, text }: ReceivedAnswer, sentAt: number, operation: string): Token {
  if (status === 400 || status === 401 || status === 403) throw new CredentialsFailure(operation, 'refused', status)
  if (status === 429 || status >= 500) throw new CredentialsFailure(operation, 'unavailable', status)
  const unreadable = new CredentialsFailure(operation, 'unreadable', status)
  const answer = status === 200 ? parsed(text) : undefined
  if (typeof answer !== 'object' || answer === null) throw unreadable
  const { access_token: value, token_type: type = 'Bearer', expires_in: life } = answer as Record<string, unknown>
  if (!isHeaderValue(value) || typeof type !== 'string' || type.toLowerCase() !== 'bearer') throw unreadable
  const seconds = Number(life)
  // Without `expires_in`, the token is used until the server answers 401.
  if (life === undefined || life === null || !(seconds >= 0)) return { value, renewAt: Infinity, endsAt: Infinity }
  const endsAt = sentAt + seconds * 1000
  return { value, renewAt: endsAt - Math.min(RENEW_BEFORE_MS, seconds * 500), endsAt }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
