import type { Address } from '../document/document.ts'
import type { Json, JsonObject } from '../json.ts'

/** Kinds of targets, as the annotations name them. */
export type TargetKind = 'mock' | 'sandbox' | 'live'

/** Who sends: `partner` and the closed list of roles that should not get in. */
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

/** Who says so. */
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

/** What a scenario sends. Values may hold `$time`, `$state` and `$json` literals at any depth. */
export interface Send {
  readonly path?: JsonObject
  readonly query?: JsonObject
  readonly headers?: JsonObject
  readonly body?: Json
  readonly contentType?: string
  /** The body as it goes over the wire, for what no JSON value can say. */
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
  /** Other statuses that count as the scenario kept. */
  readonly accept: readonly string[]
  /** Who says so, where it is not who says its status. */
  readonly source?: Source
}

/** Annotation `x-states`: a provider state by name, what can be asked of it, and what it gives. */
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

/** Annotation `x-update: partial`, with what the fields of request and response say about it. */
export interface UpdateRule {
  readonly address: Address
  /** Top-level request fields. */
  readonly fields: readonly UpdateField[]
  /** Response fields that may change with any accepted update. */
  readonly volatile: readonly string[]
  /** Response field → the request fields that it follows. */
  readonly follows: ReadonlyMap<string, readonly string[]>
}

export interface UpdateField {
  readonly name: string
  /** JSON Pointer into the response, or undefined where the document says that it cannot be read back. */
  readonly readsBack?: string
  readonly world: boolean
}
