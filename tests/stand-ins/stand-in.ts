import type { LoggedRequest } from './common/http.ts'

/** How a stand-in is started. */
export interface StandInOptions {
  /** 0 or absent takes a free port. */
  readonly port?: number
  /** Positions by switch; see `switches.ts`. Absent switches have their first position. */
  readonly set?: Readonly<Record<string, string>>
  /** The server's clock in milliseconds since 1970. The `Date` header, tokens, stamps and the seeded times follow it. */
  readonly now?: () => number
  /** Life of an access token in seconds, if the vendor has tokens. Default 3600. */
  readonly tokenSeconds?: number
}

/**
 * A running server that behaves as the vendor's documentation says. It listens on 127.0.0.1 only, keeps its state in memory
 * and offers nothing over HTTP that the vendor does not document. Everything below is for the test that started it.
 */
export interface StandIn<Credentials, Ids, Appointment> {
  /** Where the paths of the vendor's document begin. */
  readonly baseUrl: string
  /** The OAuth 2.0 token endpoint; undefined if the vendor uses API keys only. */
  readonly tokenUrl: string | undefined
  /** Invented secrets. Each contains the word `canary`, so a test can search for leaks. */
  readonly credentials: Credentials
  /** The seeded objects by their part in a test. */
  readonly ids: Ids
  /** Every request received so far, token requests included, in the order of their start. */
  readonly log: readonly LoggedRequest[]
  /** Copies of all stored appointments in the vendor's form, whatever the switches for responses say. */
  readonly appointments: () => readonly Appointment[]
  /** Actions with effects outside the API, for example a notified patient or a confirmed blood draw. */
  readonly effects: readonly string[]
  /** Ends all connections and frees the port. */
  readonly close: () => Promise<void>
}
