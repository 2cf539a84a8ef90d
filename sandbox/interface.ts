import type { ANIVA_PARTNERS } from './aniva/partners.ts'
import type { ApiName } from './apis.ts'
import type { LOBBIE_PARTNERS } from './lobbie/partners.ts'
import type { EstablishedFixture, StateFacts } from './fixtures/state.ts'

/** Both APIs in memory, stateful, with real credentials. */
export interface Sandbox {
  /** Usable wherever a `fetch` is: no port, no network. A relative URL is resolved against the sandbox. */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>
  /** Answers a request from that address. Only the loopback may use the control. */
  readonly handle: (request: Request, remoteAddress: string) => Promise<Response>
  /** Makes a fixture for one case; the same `caseId` again replaces it. */
  readonly establish: (request: {
    readonly api: ApiName
    readonly state: string
    readonly with?: Readonly<Record<string, unknown>>
    readonly caseId: string
  }) => Promise<EstablishedFixture>
  /** The current time of the sandbox, RFC 3339. */
  readonly now: () => string
  /** Removes everything but the partners and the demo. */
  readonly reset: () => void
  /** The invented partners and their credentials, valid in a sandbox only. */
  readonly partners: { readonly lobbie: typeof LOBBIE_PARTNERS; readonly aniva: typeof ANIVA_PARTNERS }
  /** Appointments with short ids that always exist. */
  readonly demo: Demo
}

/** Appointments to try by hand: their paths, and values to send. */
export interface Demo {
  /** A `SCHEDULED` appointment in New York; its practitioner is busy at `given.takenStartTime`. */
  readonly lobbie: StateFacts
  /** A `confirmed` appointment in Berlin. */
  readonly aniva: StateFacts
}
