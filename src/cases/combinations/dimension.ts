import type { Json, JsonObject } from '../../json.ts'
import type { Role } from '../../operations/annotations.ts'
import type { Case } from '../case.ts'

/** One choice of a dimension. Its name is part of the paths of the cases that use it. */
export interface Choice {
  readonly name: string
  /** The value that is sent, possibly with placeholders such as `{ $state: … }`. Absent if the field is not sent. */
  readonly value?: Json
  /**
   * True if the provider state may leave out the value. The value is then used only while all parameters of the state
   * have their defaults.
   */
  readonly isOptional?: true
  readonly role?: Role
  readonly state?: string
  /** The defect replaces some parts of the request. The other dimensions determine the other parts. */
  readonly defect?: RequestDefect
  readonly contentType?: string
  readonly rewrite?: (value: Json) => Json
}

/** A change that makes a request invalid, whatever values its fields have. */
export interface RequestDefect {
  readonly part: 'path' | 'body'
  /** The clause that the defect violates. */
  readonly negative: NonNullable<Case['negative']>
  readonly path?: JsonObject
  /** Fields that are added to the body, or that replace its fields. */
  readonly fields?: JsonObject
  /** The body that replaces the body of the base request. */
  readonly body?: Json
  readonly raw?: string
  readonly contentType?: string
}

/**
 * A property of a request that can be chosen independently of the other properties, such as its role. The first choice
 * is the default choice.
 */
export interface Dimension {
  readonly name: string
  readonly kind: 'state' | 'parameter' | 'role' | 'field' | 'spelling' | 'defect' | 'content-type' | 'order' | 'history'
  readonly choices: readonly Choice[]
  /**
   * The part of the request that the dimension varies: a parameter of a provider state (with `state`), or a field of
   * the body (without `state`).
   */
  readonly of?: { readonly state?: string; readonly name: string }
}

/** For each dimension, the index of its choice. */
export type Row = readonly number[]
