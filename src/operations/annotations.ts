import type { Address } from '../document/document.ts'
import type { Json, JsonObject } from '../json.ts'

/** The kinds of targets that annotations such as `x-unreachable` can name. */
export type TargetKind = 'mock' | 'sandbox' | 'live'

/** Senders of a request. The server must accept `partner` and refuse all other roles. */
export const ROLES = [
  'partner',
  'anonymous',
  'malformed',
  'unknown',
  'other-partner',
  'revoked',
  'no-grant',
  'no-scope',
  'unsigned',
  'wrong-signer',
  'expired',
  'not-yet-valid',
  'wrong-audience',
] as const
export type Role = (typeof ROLES)[number]

/**
 * The source of a promise: the API's original specification (`seed`), the vendor's documentation (`vendor-docs`), or
 * the author of this document (`assumed`). `open`: the document makes no promise. `unstated`: the document does not
 * say.
 */
export type Source = 'seed' | 'vendor-docs' | 'assumed' | 'open' | 'unstated'

/** The kinds of targets that cannot test a clause or status, and why. Annotation `x-unreachable`. */
export interface Unreachable {
  readonly on: readonly TargetKind[]
  readonly because: string
}

/** The provider state that a scenario needs, with its parameters. Defaults are not filled in. */
export interface Given {
  readonly state: string
  readonly with: JsonObject
}

/**
 * The request of a scenario. It may contain placeholders such as `{ $time: P1D }`, at any depth (see `literals.ts`).
 */
export interface Send {
  readonly path?: JsonObject
  readonly query?: JsonObject
  readonly headers?: JsonObject
  readonly body?: Json
  readonly contentType?: string
  /** The body as text, if it is not JSON. */
  readonly raw?: string
}

/** A request that gets a documented status. Annotation `x-scenarios`. */
export interface Scenario {
  readonly id: string
  readonly status: string
  readonly address: Address
  readonly given?: Given
  readonly as: readonly Role[]
  readonly send: Send
  readonly then: { readonly body: Readonly<Record<string, Json>>; readonly headers: Readonly<Record<string, Json>> }
  /** Other statuses that pass. */
  readonly accept: readonly string[]
  /** The source of the scenario. Default: the source of its status. */
  readonly source?: Source
}

/**
 * A provider state: its parameters (`with`) and the schema of the values that it returns (`gives`). Annotation
 * `x-states`.
 */
export interface StateDeclaration {
  readonly name: string
  readonly description: string
  readonly with: JsonObject
  readonly gives: JsonObject
  /**
   * Example values of the state. They may contain placeholders such as `{ $time: P1D }`. Empty if the document has no
   * sample.
   */
  readonly sample: JsonObject
  /** Roles that are never combined with this state, because the refusal rules do not predict their response. */
  readonly excludes: readonly Role[]
  readonly address: Address
}

/** A rule in CEL that a response must satisfy. Annotation `x-invariants`. */
export interface Invariant {
  readonly id: string
  readonly when?: string
  readonly rule: string
  readonly message: string
  readonly address: Address
}

/**
 * A rule that says which requests the server refuses. Annotation `x-refusals`. The first true rule decides. If no rule
 * is true, the server accepts the request.
 */
export interface RefusalRule {
  readonly id: string
  readonly status: string
  /** Other statuses that pass. */
  readonly accept: readonly string[]
  /** The condition, in CEL. */
  readonly when: string
  readonly source: Source
  readonly address: Address
}

/** The allowed changes of a field's value. Annotation `x-transitions`. */
export interface Transitions {
  /** For each value, the values to which it may change. */
  readonly allowed: Readonly<Record<string, readonly string[]>>
  readonly address: Address
}

/**
 * The annotation `x-update: partial`: an update changes only the fields that it sends. Also contains the annotations of
 * the fields, such as `x-volatile`.
 */
export interface UpdateRule {
  readonly address: Address
  /** The top-level fields of the request body. */
  readonly fields: readonly UpdateField[]
  /** Response fields that every accepted update may change, even without sending them. */
  readonly volatile: readonly string[]
  /**
   * Response fields that an update may change without sending them, each with the request fields that cause the change.
   */
  readonly follows: ReadonlyMap<string, readonly string[]>
}

/** A top-level field of an update's request body. */
export interface UpdateField {
  readonly name: string
  /** JSON Pointer of the field in the response. Undefined if the response lacks the field. */
  readonly readsBack?: string
  /** True for `x-server-data`: the value must exist on the server. */
  readonly isServerData: boolean
}
