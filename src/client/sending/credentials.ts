import type { ContractScheme } from '../contract.ts'
import { CredentialsFailure } from '../errors.ts'
import type { WrittenRequest } from './fetch.ts'
import { percentEncode } from '../requests/serialize-parameter.ts'
import { isHeaderValue, type Settings } from '../settings.ts'
import type { ClientCredentials } from './token-source.ts'

/** For each kind of security scheme, the type of its credentials. */
export interface CredentialsFor {
  readonly oauth2: ClientCredentials | TokenCredentials
  readonly apiKey: { readonly apiKey: string | (() => string | Promise<string>) }
  readonly bearer: TokenCredentials
  readonly basic: { readonly username: string; readonly password: string }
}

/**
 * A bearer token, or a function that returns a bearer token. The function is called before each request, and again
 * after a 401.
 */
export interface TokenCredentials {
  readonly token: string | (() => string | Promise<string>)
}

/** Credentials. Each key is the name of the security scheme. */
export type CredentialsByScheme = Readonly<Record<string, CredentialsFor[keyof CredentialsFor] | undefined>>

/** Adds a credential to the requests of a client. */
export interface Authenticator {
  /** Returns the request with the credential. `discard` removes a cached credential after the server has refused it. */
  authenticate(
    request: WrittenRequest,
    operation: string,
  ): Promise<{ readonly request: WrittenRequest; discard?: () => void }>
}

/**
 * Creates the authenticator for a security scheme. Throws if the credential cannot be sent in a header. The error does
 * not contain the credential.
 */
export function authenticatorFor(scheme: ContractScheme, credentials: unknown, settings: Settings): Authenticator {
  if (typeof credentials !== 'object' || credentials === null)
    throw new TypeError('credentials are missing: pass `credentials` to the client')
  const { token } = credentials as { readonly token?: unknown }
  if (scheme.type === 'oauth2' && token === undefined) {
    const source = scheme.open(settings, scheme.tokenUrl, credentials as ClientCredentials)
    return {
      async authenticate(request, operation) {
        const value = await source.token(operation)
        return {
          request: withHeader(request, 'authorization', `Bearer ${value}`),
          discard: () => source.discard(value),
        }
      },
    }
  }
  if (scheme.type === 'apiKey') {
    const { apiKey } = credentials as CredentialsFor['apiKey']
    return textOrFunction('apiKey', apiKey, (request, key) => withKey(request, scheme, key))
  }
  if (scheme.type === 'bearer' || scheme.type === 'oauth2') {
    return textOrFunction('token', token, (request, text) => withHeader(request, 'authorization', `Bearer ${text}`))
  }
  const { username, password } = credentials as CredentialsFor['basic']
  const bytes = new TextEncoder().encode(`${username}:${password}`)
  const pair = btoa(String.fromCharCode(...bytes))
  return always(pair, (request, text) => withHeader(request, 'authorization', `Basic ${text}`))
}

type Add = (request: WrittenRequest, secret: string) => WrittenRequest

/** Creates an authenticator from a text or from a function that returns a text. */
function textOrFunction(name: string, credential: unknown, add: Add): Authenticator {
  if (typeof credential !== 'function') return always(textOf(name, credential), add)
  return {
    authenticate: async (request, operation) => ({
      request: add(request, await given(credential as () => unknown, operation)),
      discard: () => undefined,
    }),
  }
}

/**
 * Calls the function that returns a credential. If this function throws, keeps only the name of the error, because the
 * message may contain a secret.
 */
async function given(credential: () => unknown, operation: string): Promise<string> {
  const value = await Promise.resolve()
    .then(credential)
    .catch((error: unknown) => {
      const name = error instanceof Error && /^[A-Z]\w{1,40}$/.test(error.name) ? error.name : undefined
      throw new CredentialsFailure(operation, { reason: 'threw', code: name })
    })
  if (isHeaderValue(value)) return value
  throw new CredentialsFailure(operation, { reason: 'empty' })
}

function always(secret: string, add: Add): Authenticator {
  return { authenticate: async (request) => ({ request: add(request, secret) }) }
}

function textOf(name: string, value: unknown): string {
  if (isHeaderValue(value)) return value
  throw new TypeError(`credentials: ${name} is empty or has characters that a header cannot carry`)
}

function withHeader(request: WrittenRequest, name: string, value: string): WrittenRequest {
  return { ...request, headers: { ...request.headers, [name]: value } }
}

function withKey(
  request: WrittenRequest,
  scheme: Extract<ContractScheme, { type: 'apiKey' }>,
  key: string,
): WrittenRequest {
  if (scheme.in === 'header') return withHeader(request, scheme.parameter.toLowerCase(), key)
  const pair = `${percentEncode(scheme.parameter)}=${percentEncode(key)}`
  if (scheme.in === 'cookie') {
    const { cookie } = request.headers
    return withHeader(request, 'cookie', cookie === undefined ? pair : `${cookie}; ${pair}`)
  }
  // `URLSearchParams` is not used, because it would change the encoding of the other parameters.
  const [base = '', query = ''] = request.url.split('?')
  const others = query
    .split('&')
    .filter((each) => each !== '' && each.split('=')[0] !== percentEncode(scheme.parameter))
  return { ...request, url: `${base}?${[...others, pair].join('&')}` }
}
