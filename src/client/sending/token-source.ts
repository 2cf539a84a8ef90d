import type { Clock } from './clock.ts'
import type { Fetch } from './fetch.ts'

/** OAuth 2.0 client credentials. RFC 6749 §4.4. */
export interface ClientCredentials {
  readonly clientId: string
  readonly clientSecret: string
  /** The scope that is requested with the token. */
  readonly scope?: string
  /** The URL of the token endpoint. It replaces the token URL of the document, and may be relative to the base URL. */
  readonly tokenUrl?: string
  /** Headers that only token requests get, such as `{ 'x-api-key': … }`. */
  readonly tokenHeaders?: Readonly<Record<string, string>>
  /**
   * The place of the client secret in a token request: `body`, or `basic` for the `Authorization` header (RFC 6749
   * §2.3.1). Default: `body`.
   */
  readonly clientAuthentication?: 'body' | 'basic'
}

/** The client settings that token requests need. */
export interface TokenSettings {
  readonly baseUrl: string
  readonly clock: Clock
  readonly fetch: Fetch
  readonly retries: number
  readonly timeoutMs: number
}

/** Requests tokens, and keeps the last one for further calls. */
export interface TokenSource {
  /** Returns a valid token. If no token can be requested, throws an error that names `operation`. */
  token(operation: string): Promise<string>
  /** Removes a token from the cache because the server refused it. */
  discard(value: string): void
}

/** Opens a source of tokens for client credentials. */
export type OpenTokens = (settings: TokenSettings, tokenUrl: string, credentials: ClientCredentials) => TokenSource
