import type { Json, JsonObject } from '../../json.ts'
import type { Role } from '../../operations/annotations.ts'
import type { Case } from '../case.ts'

/** One option of a dimension, such as the role `anonymous`. Case ids contain its name. */
export interface Choice {
  readonly name: string
  /** The value to send. It may contain placeholders such as `{ $state: … }`. Absent if the field is not sent. */
  readonly value?: Json
  /**
   * True if the provider state may leave out this value. The value is sent only if all parameters of the state have
   * their defaults.
   */
  readonly isOptional?: true
  readonly role?: Role
  readonly state?: string
  /** The defect replaces parts of the request. The other dimensions determine the other parts. */
  readonly defect?: RequestDefect
  readonly contentType?: string
  readonly rewrite?: (value: Json) => Json
}

/** A change that makes every request of the operation invalid. */
export interface RequestDefect {
  readonly part: 'path' | 'body'
  /** The keyword that the defect violates. */
  readonly negative: NonNullable<Case['negative']>
  readonly path?: JsonObject
  /** Fields to add to the body or to replace in it. */
  readonly fields?: JsonObject
  /** The body that is sent instead of the valid body. */
  readonly body?: Json
  readonly raw?: string
  readonly contentType?: string
}

/**
 * One aspect of a request that varies independently, such as its role or one field. The first choice is the default.
 */
export interface Dimension {
  readonly name: string
  readonly kind: 'state' | 'parameter' | 'role' | 'field' | 'spelling' | 'defect' | 'content-type' | 'order' | 'history'
  readonly choices: readonly Choice[]
  /** With `state`, the parameter of a provider state that varies. Without `state`, the body field that varies. */
  readonly of?: { readonly state?: string; readonly name: string }
}

/** A request, as a list of numbers: the index of the choice in each dimension. */
export type Row = readonly number[]
