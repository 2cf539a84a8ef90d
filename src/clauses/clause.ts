import type { Location } from '../document/location.ts'
import type { KeywordGroup } from '../schemas/schema.ts'
import type { Source, TargetKind } from '../operations/annotations.ts'
import type { Unexercised } from '../operations/operation.ts'

/**
 * The kind of a clause, by what exercises it:
 * - `status`: a case requested the status, and the response had it;
 * - `content-type`: a response with the clause's status had the content type;
 * - `header`: a required header was present;
 * - `keyword`: a keyword of a response schema applied to a value other than null;
 * - `enum-member`, `nullable`: a response contained that enum value, or null;
 * - `accepts`: a request that satisfies the keyword was accepted;
 * - `refuses`: a request that violates the keyword was refused;
 * - `security`: valid credentials were accepted, and missing ones were refused (or accepted, if the document allows it);
 * - `invariant`: the `when` of the invariant was true, and its rule could be evaluated;
 * - `update`: an update that sent only this field was accepted, so that its effect could be checked;
 * - `update-refused`: an update was refused, and the resource was read before and after it;
 * - the kinds of `Unexercised`, such as `callback`: never exercised.
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
  | Unexercised['kind']

/** The smallest promise of a document that can pass or fail, such as "the property `id` is required". */
export interface Clause {
  /**
   * The operation id and the pointer: `updateOrder/responses/200`. Ids of the kinds `accepts` and `refuses` end with
   * `:accepts` or `:refuses`.
   */
  readonly id: string
  readonly operation: string
  /**
   * Path from the operation to the promise. `$ref`s on the way are followed. A list item has its name instead of its
   * index: `/responses/200/headers/ETag/required`.
   */
  readonly pointer: string
  readonly kind: ClauseKind
  readonly definedAt: Location
  readonly source: Source
  /** The reason that `x-source` in the document gives for the source. */
  readonly because?: string
  /** The status of the response to which the clause belongs. Absent if the clause does not belong to a response. */
  readonly status?: string
  readonly group?: KeywordGroup
  /**
   * The reason why the gate cannot check the clause, for example a keyword that does not compile. Such a clause is
   * never exercised.
   */
  readonly fault?: string
  /** The kinds of targets that cannot exercise the clause, each with the reason. */
  readonly unreachable: readonly { readonly on: TargetKind; readonly because: string }[]
}
