import type { Clock } from './clock.ts'
import type { Fetch } from './fetch.ts'

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
   * The place of the client secret in a token request: the body, or the `Authorization` header (RFC 6749 §2.3.1).
   * Default: `body`.
   */
  readonly clientAuthentication?: 'body' | 'basic'
}

/** The settings of a client that apply to its token requests too. */
export interface TokenSettings {
  readonly baseUrl: string
  readonly clock: Clock
  readonly fetch: Fetch
  readonly retries: number
  readonly timeoutMs: number
}

/** Requests tokens and keeps the last one. */
export interface TokenSource {
  /** Returns a token that has not expired. If no token can be requested, throws an error that names `operation`. */
  token(operation: string): Promise<string>
  /** Drops a token that the server refused. */
  discard(value: string): void
}

/** Opens a source of tokens for client credentials. */
export type OpenTokens = (settings: TokenSettings, tokenUrl: string, credentials: ClientCredentials) => TokenSource
