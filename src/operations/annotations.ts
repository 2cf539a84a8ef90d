import type { Address } from '../document/document.ts'
import type { Json, JsonObject } from '../json.ts'

/** Kinds of targets, by the names that annotations use. */
export type TargetKind = 'mock' | 'sandbox' | 'live'

/** The sender of a request: `partner` has access, the others must be refused. */
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

/** Who makes a promise. */
export type Source = 'seed' | 'vendor-docs' | 'assumed' | 'unstated'

export interface Unreachable {
  readonly on: readonly TargetKind[]
  readonly because: string
}

/** A provider state that a scenario asks for, with its parameters; the declaration's defaults are not yet applied. */
export interface Given {
  readonly state: string
  readonly with: JsonObject
}

/** The request of a scenario. Values may contain `$time`, `$state` and `$json` literals at any depth. */
export interface Send {
  readonly path?: JsonObject
  readonly query?: JsonObject
  readonly headers?: JsonObject
  readonly body?: Json
  readonly contentType?: string
  /** The body as text, for bodies that are not JSON values. */
  readonly raw?: string
}

/** How a documented status is reached. Annotation `x-scenarios`. */
export interface Scenario {
  readonly id: string
  readonly status: string
  readonly address: Address
  readonly given?: Given
  readonly as: readonly Role[]
  readonly send: Send
  readonly then: { readonly body: Readonly<Record<string, Json>>; readonly headers: Readonly<Record<string, Json>> }
  /** Other statuses with which the scenario passes. */
  readonly accept: readonly string[]
  /** Who promises this, if not the source of the status. */
  readonly source?: Source
}

/** Annotation `x-states`: a provider state with its parameters and the values that it returns. */
export interface StateDeclaration {
  readonly name: string
  readonly description: string
  readonly with: JsonObject
  readonly gives: JsonObject
  readonly address: Address
}

/** A CEL rule. Annotation `x-invariants`. */
export interface Invariant {
  readonly id: string
  readonly when?: string
  readonly rule: string
  readonly message: string
  readonly address: Address
}

/** Annotation `x-update: partial`, with the related annotations of request and response fields. */
export interface UpdateRule {
  readonly address: Address
  /** Top-level request fields. */
  readonly fields: readonly UpdateField[]
  /** Response fields that may change with any accepted update. */
  readonly volatile: readonly string[]
  /** Response field → the request fields with which it may change. */
  readonly follows: ReadonlyMap<string, readonly string[]>
}

export interface UpdateField {
  readonly name: string
  /** JSON Pointer into the response; undefined if the document says that it cannot be read back. */
  readonly readsBack?: string
  /** Has `x-server-data`. */
  readonly isServerData: boolean
}
