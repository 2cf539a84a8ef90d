import type { Address } from '../document/document.ts'
import type { Json, JsonObject } from '../json.ts'

/** The kinds of targets that annotations such as `x-unreachable` can name. */
export type TargetKind = 'mock' | 'sandbox' | 'live'

/** The possible senders of a request. `partner` is authorized; a request from any other role must be refused. */
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
 * The source of a promise: the API's original specification (`seed`), the vendor's documentation (`vendor-docs`), or an
 * assumption of this document's author (`assumed`). `open`: the document says that it promises nothing here.
 * `unstated`: the document does not name the source.
 */
export type Source = 'seed' | 'vendor-docs' | 'assumed' | 'open' | 'unstated'

/** The kinds of targets that cannot exercise a clause or status, and the reason. Annotation `x-unreachable`. */
export interface Unreachable {
  readonly on: readonly TargetKind[]
  readonly because: string
}

/** The provider state that a scenario needs, and the parameters for it. Default parameters are not yet filled in. */
export interface Given {
  readonly state: string
  readonly with: JsonObject
}

/**
 * The request of a scenario. At any depth, it may contain values that are computed, such as `{ $time: P1D }` (see
 * `literals.ts`).
 */
export interface Send {
  readonly path?: JsonObject
  readonly query?: JsonObject
  readonly headers?: JsonObject
  readonly body?: Json
  readonly contentType?: string
  /** The body as text, for a body that is not a JSON value. */
  readonly raw?: string
}

/** Describes a request that gets a documented status. Annotation `x-scenarios`. */
export interface Scenario {
  readonly id: string
  readonly status: string
  readonly address: Address
  readonly given?: Given
  readonly as: readonly Role[]
  readonly send: Send
  readonly then: { readonly body: Readonly<Record<string, Json>>; readonly headers: Readonly<Record<string, Json>> }
  /** Other statuses that the scenario accepts beside `status`. */
  readonly accept: readonly string[]
  /** The source of the scenario. Set only if it differs from the source of the scenario's status. */
  readonly source?: Source
}

/** A provider state with its parameters (`with`) and the values that it returns (`gives`). Annotation `x-states`. */
export interface StateDeclaration {
  readonly name: string
  readonly description: string
  readonly with: JsonObject
  readonly gives: JsonObject
  /**
   * Example values that the state could return. They may contain times such as `{ $time: P1D }`. Empty for a state
   * without a sample.
   */
  readonly sample: JsonObject
  /** Roles that are not combined with this state, because the refusal rules do not say which response they get. */
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
 * A rule that says which requests are refused. Annotation `x-refusals`. The first rule that is true decides on the
 * request. If all rules of the operation are false, the request is accepted.
 */
export interface RefusalRule {
  readonly id: string
  readonly status: string
  /** Other statuses that the rule accepts beside `status`. */
  readonly accept: readonly string[]
  /** The condition, in CEL. */
  readonly when: string
  readonly source: Source
  readonly address: Address
}

/** The allowed changes of a field. Annotation `x-transitions`. */
export interface Transitions {
  /** For each value of the field: the values to which it may change. */
  readonly allowed: Readonly<Record<string, readonly string[]>>
  readonly address: Address
}

/**
 * The annotation `x-update: partial` of an operation: an update changes only the fields that are sent. Also contains
 * the annotations of the fields, such as `x-volatile`.
 */
export interface UpdateRule {
  readonly address: Address
  /** The top-level fields of the request. */
  readonly fields: readonly UpdateField[]
  /** Response fields that any accepted update may change, even if it does not send them. */
  readonly volatile: readonly string[]
  /**
   * Response fields that an update may change without sending them, each with the request fields that cause the change.
   */
  readonly follows: ReadonlyMap<string, readonly string[]>
}

/** A top-level field of the request of an update. */
export interface UpdateField {
  readonly name: string
  /** JSON Pointer of the field in the response. Undefined if the response does not return the field. */
  readonly readsBack?: string
  /** True if the field has `x-server-data`: its value must exist on the server. */
  readonly isServerData: boolean
}
