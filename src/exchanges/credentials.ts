import { CredentialsFailure } from '../client/errors.ts'
import type { Fetch } from '../client/fetch.ts'
import { ClientTokens } from '../client/token.ts'
import { ContractError } from '../errors.ts'
import { isObject, parseJson } from '../json.ts'
import type { SecurityScheme } from '../operations/operation.ts'
import type { Credential } from './credential.ts'
import { isAnswer, type RawAnswer } from './exchange.ts'
import { openHttpClient, type HttpClient, type HttpLimits } from './http-client.ts'

/** Exchanges the id and secret of a client for an access token. */
export interface TokenSource {
  /** Throws `credentials-refused` if the token endpoint gives no token, `bad-config` without a usable token URL. */
  tokenFor(client: Client, scheme: SecurityScheme): Promise<string>
}

/** The tokens of one target. RFC 6749 §4.4. */
export interface Credentials extends TokenSource {
  /** Number of token requests so far. */
  readonly requests: number
  /**
   * Records the status that a request with a token got. True if the token was accepted before and got 401 now: it has
   * expired or was revoked, so that the request may be sent again with a new one. False for foreign tokens.
   */
  isExpired(token: string, status: number): boolean
  close(): Promise<void>
}

export interface CredentialsOptions {
  /** Of the target: a relative token URL is resolved against it. */
  readonly baseUrl: string
  /** Overrides the document's token URL; the only way to send a secret to another origin than the target's. */
  readonly tokenUrl?: string
  /** Milliseconds of the machine, to decide when a token expires. */
  readonly elapsed: () => number
  readonly limits?: Partial<HttpLimits>
  /** Cancels pending token requests. */
  readonly signal?: AbortSignal
}

type Client = Extract<Credential, { type: 'oauth2' }>

/** Requests tokens with the implementation of the generated clients and keeps them until shortly before they expire. */
export function openCredentials(options: CredentialsOptions): Credentials {
  const https = new Map<string, HttpClient>()
  const endpoints = new Map<string, Endpoint>()
  const issued = new Map<string, { readonly endpoint: Endpoint; accepted: boolean }>()
  let requests = 0
  const httpFor = (url: URL): HttpClient => {
    const http = https.get(url.origin) ?? openHttpClient(url.origin, options.limits)
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
      const endpoint = endpoints.get(key) ?? openEndpoint(url, client, scheme.scopes, options, httpFor)
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
): Endpoint {
  let last: { answer: RawAnswer } | { failure: string } = { failure: 'no response' }
  const fetch: Fetch = async (to, { method, headers, body = '' }) => {
    const { pathname, search } = new URL(to)
    const request = { method, target: pathname + search, headers: Object.entries(headers), body: Buffer.from(body) }
    const answer = await httpFor(url).send(request, options.signal)
    last = isAnswer(answer) ? { answer } : { failure: answer.message }
    if (!isAnswer(answer)) throw new Error(answer.message)
    return {
      status: answer.status,
      headers: new Headers(answer.headers.map(([name, value]) => [name, value])),
      text: () => Promise.resolve(Buffer.from(answer.body).toString()),
    }
  }
  const settings = {
    baseUrl: options.baseUrl,
    fetch,
    timeoutMs: options.limits?.totalMilliseconds ?? 30_000,
    retries: 1,
    clock: { ...TIMERS, elapsed: options.elapsed },
  }
  const scope = scopes.length === 0 ? {} : { scope: scopes.join(' ') }
  let tokens: ClientTokens
  try {
    tokens = new ClientTokens(settings, url.href, { clientId, clientSecret, ...scope })
  } catch {
    throw new ContractError('bad-config', {
      what: 'the id or the secret of an OAuth 2.0 client is empty or has control characters',
      next: 'look for a line break at the end of an environment variable',
    })
  }
  return {
    token: () =>
      tokens.token('').catch((error: unknown) => {
        throw error instanceof CredentialsFailure ? refusal(url, error, last) : error
      }),
    discard: (token) => tokens.discard(token),
  }
}

/** Without a wall clock a `Retry-After` date counts only beside the server's own `Date`. */
const TIMERS = {
  now: () => 0,
  after: (milliseconds: number, callback: () => void) => {
    const timer = setTimeout(callback, milliseconds)
    return () => clearTimeout(timer)
  },
}

function refusal(
  url: URL,
  { reason, status }: CredentialsFailure,
  last: { answer: RawAnswer } | { failure: string },
): ContractError {
  const what =
    reason === 'unreadable' && status === 200
      ? 'its response of 200 has no access_token'
      : 'answer' in last
        ? `it answered ${last.answer.status}${errorWord(last.answer)}`
        : last.failure
  return new ContractError('credentials-refused', { what, where: url.origin + url.pathname })
}

function tokenUrlOf({ tokenUrl, name }: SecurityScheme, options: CredentialsOptions): URL {
  const reference = options.tokenUrl ?? tokenUrl
  if (reference === undefined || !URL.canParse(reference, options.baseUrl)) {
    throw new ContractError('bad-config', {
      what: `${name} has no usable token URL`,
      next: 'give one with --token-url',
    })
  }
  const url = new URL(reference, options.baseUrl)
  if (options.tokenUrl === undefined && url.origin !== new URL(options.baseUrl).origin) {
    throw new ContractError('credentials-refused', {
      what: `the token URL of ${name} has another origin than the target, and a secret is sent there only on request`,
      where: url.href,
      next: `--token-url ${url.href}, if this is intended`,
    })
  }
  return url
}

/** The error codes of RFC 6749 §5.2. Any other text may be confidential. */
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
