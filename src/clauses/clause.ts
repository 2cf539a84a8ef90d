import type { Location } from '../document/location.ts'
import type { KeywordGroup } from '../schemas/schema.ts'
import type { Source, TargetKind } from '../operations/annotations.ts'

/**
 * The kind of a clause, by what exercises it: `status`: the status was requested and came; `content-type`: a response
 * of that status had it; `header`: a required header was present; `keyword`: a response keyword applied to a present,
 * non-null value; `enum-member` and `nullable`: that value occurred; `accepts` and `refuses`: the two halves of a
 * request keyword; `security`: missing credentials refused and valid ones accepted; `invariant`: its `when` was true
 * and its rule gave a value; `update`: the field was sent alone; `update-refused`.
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

/** The smallest promise of a document that can pass or fail. */
export interface Clause {
  /** `<operation id><pointer>`, and `:accepts` or `:refuses` for the two halves of a request keyword. */
  readonly id: string
  readonly operation: string
  /**
   * Pointer along the use path, with names instead of indexes:
   * `/responses/200/content/application~1json/schema/required/id`.
   */
  readonly pointer: string
  readonly kind: ClauseKind
  readonly definedAt: Location
  readonly source: Source
  /** The reason that the document gives with the source. */
  readonly because?: string
  /** For a response clause: its status. */
  readonly status?: string
  readonly group?: KeywordGroup
  /** The reason why its keyword cannot be compiled; such a clause is never exercised. */
  readonly fault?: string
  /** Kinds of targets that cannot exercise it, with the reason. */
  readonly unreachable: readonly { readonly on: TargetKind; readonly because: string }[]
}
