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
  /** Optional scope of the token. */
  readonly scope?: string
  /** Overrides the token URL of the document. Resolved against the base URL. */
  readonly tokenUrl?: string
  /** Sent with the token request only: `{ 'x-api-key': … }`. */
  readonly tokenHeaders?: Readonly<Record<string, string>>
  /** Transport of the secret: RFC 6749 §2.3.1 defines both. Default: `body`. */
  readonly clientAuthentication?: 'body' | 'basic'
}

/** A token is renewed this long before it expires, or after half of its lifetime if that is later. */
const RENEW_BEFORE_MS = 30_000

/** The settings of a client that its token requests use. */
export type TokenSettings = Pick<Settings, 'baseUrl' | 'clock' | 'fetch' | 'retries' | 'timeoutMs'>

interface Token {
  readonly value: string
  /** On the monotonic clock, so wall clocks do not matter. */
  readonly renewAt: number
  readonly endsAt: number
}

/** Requests tokens, caches the last one, and never sends two requests at a time. */
export class ClientTokens {
  readonly #settings: TokenSettings
  readonly #request: WrittenRequest
  #token: Token | undefined
  #renewal: Promise<Token> | undefined

  constructor(settings: TokenSettings, tokenUrl: string, credentials: ClientCredentials) {
    this.#settings = settings
    this.#request = tokenRequest(new URL(credentials.tokenUrl ?? tokenUrl, settings.baseUrl).href, credentials)
  }

  /** A token that has not expired. Errors name `operation`. */
  async token(operation: string): Promise<string> {
    const kept = this.#token
    const { clock } = this.#settings
    if (kept !== undefined && clock.elapsed() < kept.renewAt) return kept.value
    try {
      const renewed = await this.#renewed(operation)
      return renewed.value
    } catch (error) {
      // The old token is still valid while the endpoint is down.
      if (kept !== undefined && this.#token === kept && clock.elapsed() < kept.endsAt) return kept.value
      throw error instanceof CredentialsFailure ? new CredentialsFailure(operation, error.reason, error.status) : error
    }
  }

  /** Drops a refused token, unless it was already renewed. */
  discard(value: string): void {
    if (this.#token?.value === value) this.#token = undefined
  }

  #renewed(operation: string): Promise<Token> {
    this.#renewal ??= this.#renew(operation).finally(() => {
      this.#renewal = undefined
    })
    return this.#renewal
  }

  /** Has its own time limit, so that one aborted call does not fail the others. */
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
      // A lost token does no harm, so this POST may be retried.
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

/** Access token response. RFC 6749 §5.1. */
function readToken({ status, text }: ReceivedAnswer, sentAt: number, operation: string): Token {
  if (status === 400 || status === 401 || status === 403) throw new CredentialsFailure(operation, 'refused', status)
  if (status === 429 || status >= 500) throw new CredentialsFailure(operation, 'unavailable', status)
  const unreadable = new CredentialsFailure(operation, 'unreadable', status)
  const answer = status === 200 ? parsed(text) : undefined
  if (typeof answer !== 'object' || answer === null) throw unreadable
  const { access_token: value, token_type: type = 'Bearer', expires_in: life } = answer as Record<string, unknown>
  if (!isHeaderValue(value) || typeof type !== 'string' || type.toLowerCase() !== 'bearer') throw unreadable
  const seconds = Number(life)
  // Without `expires_in` the token is used until a 401.
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
