import type { Json, JsonObject } from '../../json.ts'
import type { Role } from '../../operations/annotations.ts'
import type { Case } from '../case.ts'

/** One choice of a dimension. The names are part of the paths of cases. */
export interface Choice {
  readonly name: string
  /** The value that is sent; it may contain `$` literals. Absent if the field is not sent. */
  readonly value?: Json
  /** True if the state need not give the value. It is then used only with the default parameters of the state. */
  readonly isOptional?: true
  readonly role?: Role
  readonly state?: string
  /** Replaces parts of a request that is otherwise as the other dimensions say. */
  readonly defect?: Defect
  readonly contentType?: string
  readonly rewrite?: (value: Json) => Json
}

/** A change that makes a request invalid, whatever values its fields have. */
export interface Defect {
  readonly part: 'path' | 'body'
  /** The clause that the defect violates. */
  readonly negative: NonNullable<Case['negative']>
  readonly path?: JsonObject
  /** Fields that are added to the body, or that replace its fields. */
  readonly fields?: JsonObject
  /** Replaces the body. */
  readonly body?: Json
  readonly raw?: string
  readonly contentType?: string
}

/** A property of a request that can be chosen independently of the others. The first choice is the usual one. */
export interface Dimension {
  readonly name: string
  readonly kind: 'state' | 'parameter' | 'role' | 'field' | 'spelling' | 'defect' | 'content-type' | 'order' | 'history'
  readonly choices: readonly Choice[]
  /** The parameter of a state, or the field of the body. */
  readonly of?: { readonly state?: string; readonly name: string }
}

/** For each dimension the index of a choice. */
export type Row = readonly number[]
