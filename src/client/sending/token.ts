import { Deadline } from './deadline.ts'
import { CredentialsFailure } from '../errors.ts'
import { networkCode, sendRequest, type ReceivedAnswer, type WrittenRequest } from './fetch.ts'
import { retryPolicyFor, sendWithRetries } from './send-with-retries.ts'
import { isHeaderValue } from '../settings.ts'
import type { ClientCredentials, OpenTokens, TokenSettings, TokenSource } from './token-source.ts'

/**
 * A token is renewed this many milliseconds before it expires. If that is more than half of its lifetime, the token is
 * renewed after half of its lifetime.
 */
const RENEW_BEFORE_MS = 30_000

export const openTokens: OpenTokens = (settings, tokenUrl, credentials) =>
  new ClientTokens(settings, tokenUrl, credentials)

interface Token {
  readonly value: string
  /** The time of a monotonic clock at which the token is renewed. A wrong system time therefore has no effect. */
  readonly renewAt: number
  readonly endsAt: number
}

/** Requests tokens and caches the last one. Concurrent calls share one token request. */
export class ClientTokens implements TokenSource {
  readonly #settings: TokenSettings
  readonly #request: WrittenRequest
  #token: Token | undefined
  #renewal: Promise<Token> | undefined

  constructor(settings: TokenSettings, tokenUrl: string, credentials: ClientCredentials) {
    this.#settings = settings
    this.#request = tokenRequest(new URL(credentials.tokenUrl ?? tokenUrl, settings.baseUrl).href, credentials)
  }

  /** Returns a valid token. If no token can be requested, throws an error that names `operation`. */
  async token(operation: string): Promise<string> {
    const kept = this.#token
    const { clock } = this.#settings
    if (kept !== undefined && clock.elapsed() < kept.renewAt) return kept.value
    try {
      const renewed = await this.#renewed(operation)
      return renewed.value
    } catch (error) {
      // If the request for a new token failed but the old token is still valid, uses the old one.
      if (kept !== undefined && this.#token === kept && clock.elapsed() < kept.endsAt) return kept.value
      throw error instanceof CredentialsFailure ? new CredentialsFailure(operation, error) : error
    }
  }

  /**
   * Removes a token from the cache because the server refused it. Does nothing if a new token was already requested.
   */
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
   * Requests one new token for all calls that wait for a token. The request has its own time limit. If one call is
   * aborted, the other calls still get the token.
   */
  async #renew(operation: string): Promise<Token> {
    const { clock, fetch, retries, timeoutMs } = this.#settings
    const url = withoutQuery(this.#request.url)
    const unreachable = (code?: string): Error =>
      new CredentialsFailure(operation, { reason: 'unreachable', url, code })
    const deadline = new Deadline(clock, timeoutMs, undefined, () => unreachable(`no response within ${timeoutMs} ms`))
    try {
      let sentAt = clock.elapsed()
      const send = (): Promise<ReceivedAnswer> => {
        sentAt = clock.elapsed()
        return sendRequest(fetch, this.#request, deadline.signal)
      }
      // A token request is a POST, but it can be repeated, because an unused token does no harm.
      const received = await sendWithRetries(send, retryPolicyFor('POST', retries, true), deadline, clock).catch(
        (error: unknown) => {
          throw error instanceof CredentialsFailure ? error : unreachable(networkCode(error))
        },
      )
      this.#token = readToken(received, sentAt, operation, url)
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
function readToken({ status, text }: ReceivedAnswer, sentAt: number, operation: string, url: string): Token {
  const failed = (reason: CredentialsFailure['reason'], code?: string): CredentialsFailure =>
    new CredentialsFailure(operation, { reason, status, url, code })
  if (status === 400 || status === 401 || status === 403) throw failed('refused', errorCode(text))
  if (status === 429 || status >= 500) throw failed('unavailable')
  const unreadable = failed('unreadable')
  const answer = status === 200 ? parsed(text) : undefined
  if (typeof answer !== 'object' || answer === null) throw unreadable
  const { access_token: value, token_type: type = 'Bearer', expires_in: life } = answer as Record<string, unknown>
  if (!isHeaderValue(value) || typeof type !== 'string' || type.toLowerCase() !== 'bearer') throw unreadable
  const seconds = Number(life)
  // If the answer has no `expires_in`, the token is used until the server answers 401.
  if (life === undefined || life === null || !(seconds >= 0)) return { value, renewAt: Infinity, endsAt: Infinity }
  const endsAt = sentAt + seconds * 1000
  return { value, renewAt: endsAt - Math.min(RENEW_BEFORE_MS, seconds * 500), endsAt }
}

/**
 * Returns the error code of a refused token request. Returns undefined for a code that RFC 6749 §5.2 does not define,
 * because such a text may contain secrets.
 */
function errorCode(text: string): string | undefined {
  const answer = parsed(text)
  const code = typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : undefined
  const codes = /^(?:invalid_(?:request|client|grant|scope)|unauthorized_client|unsupported_grant_type)$/
  return typeof code === 'string' && codes.test(code) ? code : undefined
}

function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + pathname
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
