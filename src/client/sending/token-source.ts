import type { Clock } from './clock.ts'
import type { Fetch } from './fetch.ts'

/** OAuth 2.0 client credentials. RFC 6749 §4.4. */
export interface ClientCredentials {
  readonly clientId: string
  readonly clientSecret: string
  /** The scope to request. */
  readonly scope?: string
  /** Replaces the token URL of the document. May be relative to the base URL. */
  readonly tokenUrl?: string
  /** Headers only for token requests, such as `{ 'x-api-key': … }`. */
  readonly tokenHeaders?: Readonly<Record<string, string>>
  /**
   * Where the client secret is sent: in the body, or in the `Authorization` header (RFC 6749 §2.3.1). Default: `body`.
   */
  readonly clientAuthentication?: 'body' | 'basic'
}

/** The client settings that also apply to token requests. */
export interface TokenSettings {
  readonly baseUrl: string
  readonly clock: Clock
  readonly fetch: Fetch
  readonly retries: number
  readonly timeoutMs: number
}

/** Requests tokens and keeps the last one. */
export interface TokenSource {
  /** Returns a valid token. Throws an error with `operation` if no token can be requested. */
  token(operation: string): Promise<string>
  /** Drops a token that the server refused. */
  discard(value: string): void
}

/** Opens a source of tokens for client credentials. */
export type OpenTokens = (settings: TokenSettings, tokenUrl: string, credentials: ClientCredentials) => TokenSource
