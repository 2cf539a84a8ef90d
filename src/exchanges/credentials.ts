import { ContractError } from '../errors.ts'
import { isObject, parseJson, type Json } from '../json.ts'
import type { SecurityScheme } from '../operations/operation.ts'
import { isAnswer } from './exchange.ts'
import { openHttpClient, type HttpClient, type HttpLimits } from './http-client.ts'
import type { Credential } from './credential.ts'

/** What turns a client's id and secret into a token. */
export interface TokenSource {
  tokenFor(client: Client, scheme: SecurityScheme): Promise<string>
}

/** The tokens of one target. RFC 6749 §4.4. */
export interface Credentials extends TokenSource {
  /** How many tokens were asked for so far. */
  readonly requests: number
  close(): Promise<void>
}

export interface CredentialsOptions {
  /** Of the target: what a relative token URL is resolved against. */
  readonly baseUrl: string
  /** Stands for the document's token URL; the only way to ask another origin than the target's. */
  readonly tokenUrl?: string
  /** Milliseconds of the machine, for when a token grows old. */
  readonly elapsed: () => number
  readonly limits?: Partial<HttpLimits>
  /** Ends the wait for a token that is on its way. */
  readonly signal?: AbortSignal
}

type Client = Extract<Credential, { type: 'oauth2' }>
interface Token {
  readonly token: string
  readonly until: number
}

/** A token is renewed when this much of its life is left, or half of it where it is short. */
const MARGIN_MILLISECONDS = 30_000
/** RFC 6749 §5.1 recommends `expires_in`; where it is absent, a token is taken to live this long. */
const ASSUMED_SECONDS = 300

/** Asks for tokens and keeps them until shortly before they expire; concurrent callers share one request. */
export function openCredentials(options: CredentialsOptions): Credentials {
  const clients = new Map<string, HttpClient>()
  const tokens = new Map<string, Promise<Token>>()
  let requests = 0

  const ask = async (url: URL, client: Client, scopes: readonly string[]): Promise<Token> => {
    requests += 1
    const asked = options.elapsed()
    const http = clients.get(url.origin) ?? openHttpClient(url.origin, options.limits)
    clients.set(url.origin, http)
    const granted = await requestToken((request) => http.send(request, options.signal), url, client, scopes)
    const life = granted.seconds * 1000
    return { token: granted.token, until: asked + life - Math.min(MARGIN_MILLISECONDS, life / 2) }
  }

  return {
    get requests() {
      return requests
    },
    tokenFor: async (client, scheme) => {
      const url = tokenUrlOf(scheme, options)
      const key = JSON.stringify([url.href, client.clientId, client.clientSecret, scheme.scopes])
      const known = tokens.get(key)
      const kept = await known
      if (kept !== undefined && options.elapsed() < kept.until) return kept.token
      // Another caller may have begun the renewal while this one waited.
      const current = tokens.get(key)
      const renewal = current !== undefined && current !== known ? current : ask(url, client, scheme.scopes)
      tokens.set(key, renewal)
      try {
        return (await renewal).token
      } catch (error) {
        if (tokens.get(key) === renewal) tokens.delete(key)
        throw error
      }
    },
    close: async () => {
      await Promise.all([...clients.values()].map((client) => client.close()))
    },
  }
}

function tokenUrlOf({ tokenUrl, name }: SecurityScheme, options: CredentialsOptions): URL {
  const reference = options.tokenUrl ?? tokenUrl
  if (reference === undefined || !URL.canParse(reference, options.baseUrl)) {
    throw new ContractError('bad-config', { what: `${name} has no usable token URL` })
  }
  const url = new URL(reference, options.baseUrl)
  if (options.tokenUrl === undefined && url.origin !== new URL(options.baseUrl).origin) {
    throw new ContractError('credentials-refused', {
      what: `the token URL of ${name} is not at the target, and a secret is not sent elsewhere unasked`,
      where: url.href,
      next: `--token-url ${url.href}, if it is meant`,
    })
  }
  return url
}

async function requestToken(
  send: HttpClient['send'],
  url: URL,
  { clientId, clientSecret }: Client,
  scopes: readonly string[],
): Promise<{ token: string; seconds: number }> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  })
  if (scopes.length > 0) form.set('scope', scopes.join(' '))
  const answer = await send({
    method: 'POST',
    target: url.pathname + url.search,
    headers: [
      ['Accept', 'application/json'],
      ['Content-Type', 'application/x-www-form-urlencoded'],
    ],
    body: Buffer.from(form.toString()),
  })
  const refused = (what: string): ContractError =>
    new ContractError('credentials-refused', { what, where: url.origin + url.pathname })
  if (!isAnswer(answer)) throw refused(answer.message)
  const body = parseJson(Buffer.from(answer.body).toString())
  if (answer.status !== 200) throw refused(`it answered ${answer.status}${errorWord(body)}`)
  if (!isObject(body) || typeof body['access_token'] !== 'string' || !/^[\x21-\x7e]+$/.test(body['access_token'])) {
    throw refused('its answer of 200 holds no access_token')
  }
  const { expires_in: seconds } = body
  return {
    token: body['access_token'],
    seconds: typeof seconds === 'number' && seconds > 0 ? seconds : ASSUMED_SECONDS,
  }
}

/** The error codes of RFC 6749 §5.2. Any other word might be a value of the answer's own. */
const ERROR_WORDS: readonly string[] = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
]

function errorWord(body: Json | undefined): string {
  const word = ERROR_WORDS.find((each) => isObject(body) && body['error'] === each)
  return word === undefined ? '' : ` with ${word}`
}
