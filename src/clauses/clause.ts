import type { Location } from '../document/location.ts'
import type { Source, TargetKind } from '../operations/annotations.ts'
import { UNEXERCISED_KINDS } from '../operations/operation.ts'

/**
 * The kinds of clauses. A run counts a clause of the kind as tested if:
 * - `status`: a response had the status, and the status was correct for its case;
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
 * - `UNEXERCISED_KINDS`, such as `callback`: never.
 */
export const CLAUSE_KINDS = [
  'status',
  'content-type',
  'header',
  'keyword',
  'enum-member',
  'nullable',
  'accepts',
  'refuses',
  'security',
  'invariant',
  'update',
  'update-refused',
  ...UNEXERCISED_KINDS,
] as const
/** One of `CLAUSE_KINDS`. */
export type ClauseKind = (typeof CLAUSE_KINDS)[number]

/** The smallest promise of a document that can pass or fail. Example: "the property `id` is required". */
export interface Clause {
  /**
   * The operation id followed by the pointer: `updateOrder/responses/200`. Clauses of the kinds `accepts` and `refuses`
   * have `:accepts` or `:refuses` at the end.
   */
  readonly id: string
  readonly operation: string
  /**
   * The path from the operation to the promise. It contains no `$ref`. In this path, an item of a list has its name
   * instead of its index: `/responses/200/headers/ETag/required`.
   */
  readonly pointer: string
  readonly kind: ClauseKind
  readonly definedAt: Location
  readonly source: Source
  /** The reason for the source, from `x-source`. */
  readonly because?: string
  /** The status of the response that the clause is about. Absent if the clause is not about a response. */
  readonly status?: string
  /**
   * The reason why the gate cannot check the clause, such as a keyword that does not compile. A clause with such a
   * reason is never tested.
   */
  readonly fault?: string
  /** The kinds of targets that cannot test the clause, and the reasons. */
  readonly unreachable: readonly { readonly on: TargetKind; readonly because: string }[]
}
