import type { Address } from '../document/document.ts'
import type { Json, JsonObject } from '../json.ts'

/** The kinds of targets. Annotations such as `x-unreachable` name them. */
export type TargetKind = 'mock' | 'sandbox' | 'live'

/** The possible senders of a request. The server must accept `partner` and refuse all other roles. */
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
 * The source of a promise. `seed`: the original specification of the API. `vendor-docs`: the documentation of the
 * vendor. `assumed`: the author of this document. `open`: the document promises nothing. `unstated`: the document names
 * no source.
 */
export type Source = 'seed' | 'vendor-docs' | 'assumed' | 'open' | 'unstated'

/** The kinds of targets that cannot test a clause or status, and the reason. Annotation `x-unreachable`. */
export interface Unreachable {
  readonly on: readonly TargetKind[]
  readonly because: string
}

/**
 * The provider state that a scenario needs, and the parameters of this state. `with` contains only the parameters that
 * the scenario sets. A parameter with a default may therefore be absent.
 */
export interface Given {
  readonly state: string
  readonly with: JsonObject
}

/**
 * The request of a scenario. It may contain placeholders at any depth, such as `{ $time: P1D }` (see `literals.ts`).
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

/** A request, and the documented status that it should get. Annotation `x-scenarios`. */
export interface Scenario {
  readonly id: string
  readonly status: string
  readonly address: Address
  readonly given?: Given
  readonly as: readonly Role[]
  readonly send: Send
  readonly then: { readonly body: Readonly<Record<string, Json>>; readonly headers: Readonly<Record<string, Json>> }
  /** Further statuses with which the scenario passes. */
  readonly accept: readonly string[]
  /** The source of the scenario. Default: the source of the status that the scenario expects. */
  readonly source?: Source
}

/**
 * A provider state. `with` lists its parameters. `gives` is the schema of the values that a provider of this state
 * returns. Annotation `x-states`.
 */
export interface StateDeclaration {
  readonly name: string
  readonly description: string
  readonly with: JsonObject
  readonly gives: JsonObject
  /**
   * Example values of the state. They may contain placeholders such as `{ $time: P1D }`. If the document has no sample,
   * this is an empty object.
   */
  readonly sample: JsonObject
  /** Roles that are never combined with this state, because the refusal rules do not predict the response to them. */
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
 * A rule that says which requests the server refuses. Annotation `x-refusals`. If the conditions of several rules are
 * true, the first of these rules decides. If no condition is true, the server accepts the request.
 */
export interface RefusalRule {
  readonly id: string
  readonly status: string
  /** Further statuses that count as this refusal. */
  readonly accept: readonly string[]
  /** The condition under which the server refuses a request, in CEL. */
  readonly when: string
  readonly source: Source
  readonly address: Address
}

/** The allowed changes of the value of a field. Annotation `x-transitions`. */
export interface Transitions {
  /** For each value, the values to which it is allowed to change. */
  readonly allowed: Readonly<Record<string, readonly string[]>>
  readonly address: Address
}

/**
 * The rules of an operation with `x-update: partial`: an update changes only the fields that it sends. Also contains
 * the annotations of the fields, such as `x-volatile`.
 */
export interface UpdateRule {
  readonly address: Address
  /** The top-level fields of the request body. */
  readonly fields: readonly UpdateField[]
  /** Response fields that any accepted update is allowed to change, even if it does not send them. */
  readonly volatile: readonly string[]
  /**
   * Response fields that an update is allowed to change although it does not send them. For each of them, the request
   * fields that cause the change.
   */
  readonly follows: ReadonlyMap<string, readonly string[]>
}

/** A top-level field in the request body of an update. */
export interface UpdateField {
  readonly name: string
  /** JSON Pointer of the field in the response. Undefined if the response does not contain the field. */
  readonly readsBack?: string
  /** True if the field has the annotation `x-server-data`: its value must exist on the server. */
  readonly isServerData: boolean
}
