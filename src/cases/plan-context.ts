import type { Json, JsonObject } from '../json.ts'
import type { Given, Role, TargetKind } from '../operations/annotations.ts'
import type { SecurityRequirement } from '../operations/operation.ts'

/**
 * The sizes of a plan. `lean` tests each clause once. `default` is for each change of the API. `deep` adds combinations
 * of provider states, roles, values and spellings, whose responses the refusal rules predict.
 */
export const PLANS = ['lean', 'default', 'deep'] as const
export type PlanName = (typeof PLANS)[number]

/** The properties of the target and the user's settings that makers read. */
export interface PlanContext {
  readonly target: TargetKind
  readonly shows: { readonly state: boolean; readonly auth: 'none' | 'presence' | 'full' }
  /** True if the target can set up provider states. */
  readonly hasStates: boolean
  /** The roles for which the target has credentials. `partner` is always one of them. */
  readonly roles: readonly Role[]
  /**
   * Returns true if the target has credentials for a security alternative. Absent if only the provider state knows the
   * credentials.
   */
  readonly meets?: (alternative: SecurityRequirement) => boolean
  /** The user's parameter values, by name. */
  readonly parameters: Readonly<Record<string, string>>
  /**
   * Path parameters, such as `getPet.id`, that get their values from responses during the run. Cases leave them out.
   * Default: none.
   */
  readonly gathered?: ReadonlySet<string>
  /** True if the document has an item path below the operation's path: `/pets/{id}` for `POST /pets`. */
  readonly makesItems?: boolean
  readonly seed: number
  /** The size of the plan. Default: `default`. */
  readonly plan?: PlanName
  /** True if destructive operations may be sent to a live server. */
  readonly allowDestructive: boolean
}

/** The valid request of an operation from which its cases are made. See `baseRequest`. */
export interface BaseRequest {
  readonly given?: Given
  /** True if the request does not come from a scenario. It then contains no placeholders such as `{ $state: … }`. */
  readonly verbatim?: boolean
  readonly path: JsonObject
  readonly query: JsonObject
  readonly headers: JsonObject
  /** Cookie parameters by name. The values are serialized for the `Cookie` header. */
  readonly cookies?: Readonly<Record<string, string>>
  readonly body?: Json
  readonly contentType?: string
}
