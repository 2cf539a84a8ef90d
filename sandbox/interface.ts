import type { ANIVA_PARTNERS } from './aniva/partners.ts'
import type { ApiName } from './apis.ts'
import type { LOBBIE_PARTNERS } from './lobbie/partners.ts'
import type { Respond } from './http/answer.ts'
import type { EstablishedFixture, StateFacts } from './fixtures/state.ts'

/** Both APIs in memory. They keep state and check credentials as a real server does. */
export interface Sandbox {
  /**
   * Can be used instead of the global `fetch`. Needs no port and no network. Relative URLs are resolved against the
   * sandbox.
   */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>
  /**
   * Answers a request from a client with the given address. Only a loopback address may use the control endpoints. If
   * `respond` is given, it gets the answer, and its result is returned.
   */
  readonly handle: (request: Request, remoteAddress: string, respond?: Respond) => Promise<Response>
  /** Inserts a fixture for one case. A later call with the same `caseId` replaces it. */
  readonly establish: (request: {
    readonly api: ApiName
    readonly state: string
    readonly with?: Readonly<Record<string, unknown>>
    readonly caseId: string
  }) => Promise<EstablishedFixture>
  /** Returns the current time of the sandbox as an RFC 3339 date-time. */
  readonly now: () => string
  /** Removes all data except the partners and the demo appointments. */
  readonly reset: () => void
  /** The invented partners and their credentials, which are valid only in a sandbox. */
  readonly partners: { readonly lobbie: typeof LOBBIE_PARTNERS; readonly aniva: typeof ANIVA_PARTNERS }
  /** Demo appointments with short ids. They always exist. */
  readonly demo: Demo
}

/** Appointments for trying out the APIs by hand: the values for their paths, and values to send. */
export interface Demo {
  /** A `SCHEDULED` appointment in New York. Its practitioner is busy at `given.takenStartTime`. */
  readonly lobbie: StateFacts
  /** A `confirmed` appointment in Berlin. */
  readonly aniva: StateFacts
}
