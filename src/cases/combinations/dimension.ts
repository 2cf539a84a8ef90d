import type { Json, JsonObject } from '../../json.ts'
import type { Role } from '../../operations/annotations.ts'
import type { Case } from '../case.ts'

/**
 * One option of a dimension. Example: `anonymous` is an option of the dimension for the role. The name of the choice is
 * a part of case ids.
 */
export interface Choice {
  readonly name: string
  /** The value to send. It may contain placeholders such as `{ $state: … }`. Absent if the field is not sent. */
  readonly value?: Json
  /**
   * True if this value can be missing in the provider state. It is sent only if all parameters of the state have their
   * defaults.
   */
  readonly isOptional?: true
  readonly role?: Role
  readonly state?: string
  /** A defect that replaces a part of the request. The rest of the request follows from the other dimensions. */
  readonly defect?: RequestDefect
  readonly contentType?: string
  readonly rewrite?: (value: Json) => Json
}

/** A change that makes each request of the operation invalid. */
export interface RequestDefect {
  readonly part: 'path' | 'body'
  /** The keyword that the defect violates. */
  readonly negative: NonNullable<Case['negative']>
  readonly path?: JsonObject
  /** Fields that are added to the body, or that replace fields of the body. */
  readonly fields?: JsonObject
  /** The invalid body that is sent instead of the valid body. */
  readonly body?: Json
  readonly raw?: string
  readonly contentType?: string
}

/**
 * One aspect of a request that varies independently of the others, such as the role or one field. The first choice is
 * the default.
 */
export interface Dimension {
  readonly name: string
  readonly kind: 'state' | 'parameter' | 'role' | 'field' | 'spelling' | 'defect' | 'content-type' | 'order' | 'history'
  readonly choices: readonly Choice[]
  /**
   * The thing that varies. With `state`, this is a parameter of a provider state. Without `state`, it is a field of the
   * body.
   */
  readonly of?: { readonly state?: string; readonly name: string }
}

/** A request, written as a list with one number per dimension: the index of the choice. */
export type Row = readonly number[]
