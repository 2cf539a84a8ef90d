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
  /** Where none is given, none is sent. */
  readonly scope?: string
  /** Instead of the document's, which is resolved against the base URL. */
  readonly tokenUrl?: string
  /** Sent with the token request only: `{ 'x-api-key': … }`. */
  readonly tokenHeaders?: Readonly<Record<string, string>>
  /** Where the secret goes: RFC 6749 §2.3.1 knows both. Default `body`. */
  readonly clientAuthentication?: 'body' | 'basic'
}

/** A token is renewed this long before it ends, or after half of its life if that is later. */
const RENEW_BEFORE_MS = 30_000

/** The settings of a client that its token requests use. */
export type TokenSettings = Pick<Settings, 'baseUrl' | 'clock' | 'fetch' | 'retries' | 'timeoutMs'>

interface Token {
  readonly value: string
  /** On the clock of `elapsed`: what other machines call the hour does not matter. */
  readonly renewAt: number
  readonly endsAt: number
}

/** Gets tokens, keeps the last one, and never asks twice at a time. */
export class ClientTokens {
  readonly #settings: TokenSettings
  readonly #request: WrittenRequest
  #token: Token | undefined
  #renewal: Promise<Token> | undefined

  constructor(settings: TokenSettings, tokenUrl: string, credentials: ClientCredentials) {
    this.#settings = settings
    this.#request = tokenRequest(new URL(credentials.tokenUrl ?? tokenUrl, settings.baseUrl).href, credentials)
  }

  /** A token that is good by the clock. `operation` is whose errors name it. */
  async token(operation: string): Promise<string> {
    const kept = this.#token
    const { clock } = this.#settings
    if (kept !== undefined && clock.elapsed() < kept.renewAt) return kept.value
    try {
      const renewed = await this.#renewed(operation)
      return renewed.value
    } catch (error) {
      // An endpoint that is down is no reason to stop while the old token still holds.
      if (kept !== undefined && this.#token === kept && clock.elapsed() < kept.endsAt) return kept.value
      throw error instanceof CredentialsFailure ? new CredentialsFailure(operation, error.reason, error.status) : error
    }
  }

  /** Forgets a token that was refused; one that has meanwhile been renewed stays. */
  discard(value: string): void {
    if (this.#token?.value === value) this.#token = undefined
  }

  #renewed(operation: string): Promise<Token> {
    this.#renewal ??= this.#renew(operation).finally(() => {
      this.#renewal = undefined
    })
    return this.#renewal
  }

  /** Has a time limit of its own, so that no caller's abort takes the token away from the others. */
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
      // A token that was made and got lost does no harm, so this POST may be sent again.
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
      throw new TypeError(`credentials: ${name} is empty, or has characters that it cannot have`)
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
  // Without `expires_in` nobody knows, and a 401 will tell.
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
