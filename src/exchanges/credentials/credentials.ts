import { CredentialsFailure } from '../../client/errors.ts'
import type { Fetch } from '../../client/sending/fetch.ts'
import type { ClientCredentials } from '../../client/sending/token-source.ts'
import { ClientTokens } from '../../client/sending/token.ts'
import { ContractError } from '../../errors.ts'
import { isObject, parseJson } from '../../json.ts'
import type { SecurityScheme } from '../../operations/operation.ts'
import type { Credential } from './credential.ts'
import { headerOf, isAnswer, type RawAnswer } from '../exchange.ts'
import { openHttpClient, type HttpClient, type HttpLimits } from '../http-client.ts'
import { startLoopTimer } from '../loop-timer.ts'

/** Exchanges a client id and secret for an access token. */
export interface TokenExchange {
  /**
   * Returns an access token. Sends the client id and secret in the body. If the server refuses this, sends them by HTTP
   * Basic (RFC 6749 §2.3.1). Throws `credentials-refused` if no token was issued, and `bad-config` if the token URL
   * cannot be used.
   */
  tokenFor(client: Client, scheme: SecurityScheme): Promise<string>
}

/** Requests and caches the tokens of one target. RFC 6749 §4.4. */
export interface Credentials extends TokenExchange {
  /** The number of token requests so far. */
  readonly requests: number
  /**
   * Records the status of a response to a request with a token. Returns true if the token has expired: it was accepted
   * earlier and now gets a 401. The caller can then repeat the request with a new token.
   */
  isExpired(token: string, status: number): boolean
  close(): Promise<void>
}

/** The token URLs, clock and limits of `Credentials`. */
export interface CredentialsOptions {
  /** The base URL of the target. A token URL can be relative to this URL. */
  readonly baseUrl: string
  /**
   * Replaces the token URL of the document. If this option is absent, secrets are sent only to the origin of the
   * target.
   */
  readonly tokenUrl?: string
  /** Returns the milliseconds of a monotonic clock. They decide when a token expires. */
  readonly elapsed: () => number
  readonly limits?: Partial<HttpLimits>
  /** The scopes to request. If set, they replace the scopes of the document. */
  readonly scope?: string
  /** Headers for token requests. */
  readonly headers?: readonly (readonly [name: string, value: string])[]
  /** Opens an HTTP client for an origin. Default: `openHttpClient`. */
  readonly open?: (origin: string) => HttpClient
  /** Cancels pending token requests when it aborts. */
  readonly signal?: AbortSignal
}

type Client = Extract<Credential, { type: 'oauth2' }>

/**
 * Opens a source of tokens. It uses the same code as generated clients. It renews each token shortly before the token
 * expires.
 */
export function openCredentials(options: CredentialsOptions): Credentials {
  const https = new Map<string, HttpClient>()
  const endpoints = new Map<string, Endpoint>()
  const accepted: AcceptedForms = new Map()
  const issued = new Map<string, { readonly endpoint: Endpoint; accepted: boolean }>()
  let requests = 0
  const httpFor = (url: URL): HttpClient => {
    const open = options.open ?? ((origin: string) => openHttpClient(origin, options.limits))
    const http = https.get(url.origin) ?? open(url.origin)
    https.set(url.origin, http)
    requests += 1
    return http
  }
  return {
    get requests() {
      return requests
    },
    tokenFor: async (client, scheme) => {
      const url = tokenUrlOf(scheme, options)
      const key = JSON.stringify([url.href, client.clientId, client.clientSecret, scheme.scopes])
      const scopes = options.scope === undefined ? scheme.scopes : [options.scope]
      const endpoint = endpoints.get(key) ?? openEndpoint(url, client, scopes, options, httpFor, accepted)
      endpoints.set(key, endpoint)
      const token = await endpoint.token()
      if (!issued.has(token)) issued.set(token, { endpoint, accepted: false })
      return token
    },
    isExpired: (token, status) => {
      const known = issued.get(token)
      if (known === undefined) return false
      if (status !== 401) known.accepted = true
      else if (known.accepted) known.endpoint.discard(token)
      return status === 401 && known.accepted
    },
    close: async () => {
      await Promise.all([...https.values()].map((http) => http.close()))
    },
  }
}

/** The part of a token request that contains the client id and secret. */
type ClientForm = NonNullable<ClientCredentials['clientAuthentication']>

/**
 * For each token endpoint, the part of the request (body or header) in which it accepted the client id and secret. The
 * key is the token URL and the client id.
 */
type AcceptedForms = Map<string, ClientForm>

interface Endpoint {
  token(): Promise<string>
  discard(token: string): void
}

function openEndpoint(
  url: URL,
  { clientId, clientSecret }: Client,
  scopes: readonly string[],
  options: CredentialsOptions,
  httpFor: (url: URL) => HttpClient,
  accepted: AcceptedForms,
): Endpoint {
  const { fetch, last } = tokenFetch(options, httpFor)
  const settings = {
    baseUrl: options.baseUrl,
    fetch,
    timeoutMs: options.limits?.totalMilliseconds ?? 30_000,
    retries: 1,
    clock: { ...TIMERS, elapsed: options.elapsed },
  }
  const scope = scopes.length === 0 ? {} : { scope: scopes.join(' ') }
  const tokensBy = (clientAuthentication: ClientForm): ClientTokens =>
    new ClientTokens(settings, url.href, { clientId, clientSecret, ...scope, clientAuthentication })
  let tokens: Readonly<Record<ClientForm, ClientTokens>>
  try {
    tokens = { body: tokensBy('body'), basic: tokensBy('basic') }
  } catch {
    throw new ContractError('bad-config', {
      what: 'the id or the secret of an OAuth 2.0 client is empty or has control characters',
      next: 'look for a line break at the end of an environment variable',
    })
  }
  const key = JSON.stringify([url.href, clientId])
  // HTTP Basic needs the header `Authorization`. If the user has configured this header, HTTP Basic cannot be used.
  const isTaken = options.headers?.some(([name]) => name.toLowerCase() === 'authorization') === true
  const tokenBy = async (form: ClientForm, refused?: string): Promise<string> => {
    try {
      const token = await tokens[form].token('')
      accepted.set(key, form)
      return token
    } catch (error) {
      if (!(error instanceof CredentialsFailure)) throw error
      const what = failureText(error, last())
      const isUntried = form === 'body' && accepted.get(key) !== 'body' && !isTaken
      if (isUntried && isClientRefused(error, last())) return tokenBy('basic', what)
      throw new ContractError('credentials-refused', {
        what: refused === undefined ? what : `with id and secret in the body, ${refused}; with HTTP Basic, ${what}`,
        where: url.origin + url.pathname,
      })
    }
  }
  let first: Promise<string> | undefined
  return {
    token: () => {
      const form = accepted.get(key)
      if (form !== undefined) return tokenBy(form)
      // Concurrent callers wait until the first one knows which part of the request the endpoint accepts.
      first ??= tokenBy('body').finally(() => (first = undefined))
      return first
    },
    discard: (token) => {
      tokens.body.discard(token)
      tokens.basic.discard(token)
    },
  }
}

/** Returns a `fetch` for token requests, and a function that returns the result of the last request. */
function tokenFetch(
  options: CredentialsOptions,
  httpFor: (url: URL) => HttpClient,
): { readonly fetch: Fetch; last(): LastResult } {
  let last: LastResult = { failure: 'no response' }
  const fetch: Fetch = async (to, { method, headers, body = '' }) => {
    const url = new URL(to)
    const all = [...Object.entries(headers), ...(options.headers ?? [])]
    const request = { method, target: url.pathname + url.search, headers: all, body: Buffer.from(body) }
    const answer = await httpFor(url).send(request, options.signal)
    last = isAnswer(answer) ? { answer } : { failure: answer.message }
    if (!isAnswer(answer)) throw new Error(answer.message)
    return {
      status: answer.status,
      headers: new Headers(answer.headers.map(([name, value]) => [name, value])),
      text: () => Promise.resolve(Buffer.from(answer.body).toString()),
    }
  }
  return { fetch, last: () => last }
}

/** No real clock is available here, so a date in `Retry-After` is used only if the response has a header `Date`. */
const TIMERS = {
  now: () => 0,
  after: (milliseconds: number, callback: () => void) => startLoopTimer(milliseconds, callback).clear,
}

type LastResult = { readonly answer: RawAnswer } | { readonly failure: string }

/**
 * True if the server refuses the client. The reason may be that the server does not read the id and secret in this part
 * of the request. Servers answer 401, or 400 with `invalid_client`.
 */
function isClientRefused({ reason, status }: CredentialsFailure, last: LastResult): boolean {
  if (reason !== 'refused' || !('answer' in last)) return false
  return status === 401 || (status === 400 && errorWord(last.answer) === ' with invalid_client')
}

function failureText({ reason, status }: CredentialsFailure, last: LastResult): string {
  if (reason === 'unreadable' && status === 200) {
    return `the response with status 200${isHtml(last) ? ', an HTML page,' : ''} has no access_token`
  }
  return 'answer' in last ? `the token endpoint answered ${last.answer.status}${errorWord(last.answer)}` : last.failure
}

function tokenUrlOf({ tokenUrl, name }: SecurityScheme, options: CredentialsOptions): URL {
  const reference = options.tokenUrl ?? tokenUrl
  if (reference === undefined || !URL.canParse(reference, options.baseUrl)) {
    throw new ContractError('bad-config', {
      what: `${name} has no usable token URL`,
      next: 'pass a token URL with --token-url',
    })
  }
  const url = new URL(reference, options.baseUrl)
  if (options.tokenUrl === undefined && url.origin !== new URL(options.baseUrl).origin) {
    throw new ContractError('credentials-refused', {
      what: `the token URL of ${name} is on another origin than the target, so no secret is sent there`,
      where: url.href,
      next: `if this is intended, pass --token-url ${url.href}`,
    })
  }
  return url
}

function isHtml(last: LastResult): boolean {
  return 'answer' in last && /html/i.test(headerOf(last.answer, 'content-type') ?? '')
}

/** The error codes of RFC 6749 §5.2. Only these are printed, because any other text may be confidential. */
const ERROR_WORDS: readonly string[] = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
]

function errorWord({ body }: RawAnswer): string {
  const value = parseJson(Buffer.from(body).toString())
  const word = ERROR_WORDS.find((each) => isObject(value) && value['error'] === each)
  return word === undefined ? '' : ` with ${word}`
}
