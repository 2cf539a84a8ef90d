import type { LoggedRequest } from './common/http.ts'

/** The options of a stand-in: a test server that imitates a vendor's server. */
export interface StandInOptions {
  /** The port. 0 or absent takes a free port. */
  readonly port?: number
  /** The settings, which `switches.ts` lists. An absent setting has its default. */
  readonly set?: Readonly<Record<string, string>>
  /**
   * The clock of the server in milliseconds since 1970. The `Date` header, tokens, time stamps and the times of the
   * objects that exist at the start depend on it.
   */
  readonly now?: () => number
  /** The lifetime of an access token in seconds, if the vendor has access tokens. Default 3600. */
  readonly tokenSeconds?: number
}

/**
 * A running server that behaves in the way that the vendor's documentation describes. It listens only on 127.0.0.1,
 * keeps its data in memory, and offers over HTTP only what the vendor documents. The properties of this object are for
 * the test that started it.
 */
export interface StandIn<Credentials, Ids, Appointment> {
  /** The URL to which the paths of the vendor's document are appended. */
  readonly baseUrl: string
  /** The OAuth 2.0 token endpoint; undefined if the vendor uses API keys only. */
  readonly tokenUrl: string | undefined
  /** Invented secrets. Each contains the word `canary`, so a test can search for leaks. */
  readonly credentials: Credentials
  /**
   * The ids of the objects that exist at the start. The name of each property says what a test can use the object for.
   */
  readonly ids: Ids
  /** All requests so far, including token requests, in the order of their start. */
  readonly log: readonly LoggedRequest[]
  /**
   * Returns copies of all stored appointments in the form of the vendor's API. Settings that change responses do not
   * change these copies.
   */
  readonly appointments: () => readonly Appointment[]
  /** Actions that have an effect outside the API, for example a notified patient or a confirmed blood draw. */
  readonly effects: readonly string[]
  /** Ends all connections and frees the port. */
  readonly close: () => Promise<void>
}
