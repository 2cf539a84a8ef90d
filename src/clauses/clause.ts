import type { Location } from '../document/location.ts'
import type { KeywordGroup } from '../schemas/schema.ts'
import type { Source, TargetKind } from '../operations/annotations.ts'

/**
 * What a clause promises, by what it takes to exercise it:
 * `status` an answer to a case that asked for it; `content-type` an answer of that status had it; `header` a required
 * header came; `keyword` a response keyword was asked of a present, non-null value; `enum-member` and `nullable` that
 * value was seen; `accepts` and `refuses` the two halves of a request keyword; `security` withheld refused and given
 * accepted; `invariant` its `when` was true and its rule gave a value; `update` the field alone; `update-refused`.
 */
export type ClauseKind =
  | 'status'
  | 'content-type'
  | 'header'
  | 'keyword'
  | 'enum-member'
  | 'nullable'
  | 'accepts'
  | 'refuses'
  | 'security'
  | 'invariant'
  | 'update'
  | 'update-refused'

/** The smallest promise that can be kept or broken. */
export interface Clause {
  /** `<operation id><pointer>`, and `:accepts` or `:refuses` for the two halves of a request keyword. */
  readonly id: string
  readonly operation: string
  /** Along the use path, names for indexes: `/responses/200/content/application~1json/schema/required/id`. */
  readonly pointer: string
  readonly kind: ClauseKind
  readonly definedAt: Location
  readonly source: Source
  /** The reason that the document gives beside the source. */
  readonly because?: string
  /** Of a response clause: the status that it belongs to. */
  readonly status?: string
  readonly group?: KeywordGroup
  /** Why its keyword cannot be compiled: then it is asked nowhere, of nobody. */
  readonly fault?: string
  /** Kinds of targets that can never show it, and why. */
  readonly unreachable: readonly { readonly on: TargetKind; readonly because: string }[]
}
