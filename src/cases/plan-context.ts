import type { Json, JsonObject } from '../json.ts'
import type { Given, Role, TargetKind } from '../operations/annotations.ts'
import type { SecurityRequirement } from '../operations/operation.ts'

/**
 * The sizes of a plan. `lean` tests each clause once. `default` is meant for each change of the API. `deep` adds
 * combinations of provider states, roles, values and spellings. The refusal rules predict the responses to these
 * combinations.
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
   * Returns true if the target has the credentials of a security alternative. Absent if the credentials are known only
   * when a provider state is set up.
   */
  readonly meets?: (alternative: SecurityRequirement) => boolean
  /** The user's parameter values, by name. */
  readonly parameters: Readonly<Record<string, string>>
  /**
   * Path parameters whose values come from responses during the run, such as `getPet.id`. The plan gives them no
   * values. Default: no parameters.
   */
  readonly gathered?: ReadonlySet<string>
  /** True if the document has a path for one item below the path of the operation: `/pets/{id}` for `POST /pets`. */
  readonly makesItems?: boolean
  readonly seed: number
  /** The size of the plan. Default: `default`. */
  readonly plan?: PlanName
  /** True if destructive operations are allowed to be sent to a live server. */
  readonly allowDestructive: boolean
}

/** The valid request of an operation. The cases of the operation are made from it. See `baseRequest`. */
export interface BaseRequest {
  readonly given?: Given
  /** True if the request does not come from a scenario. It then contains no placeholders such as `{ $state: … }`. */
  readonly verbatim?: boolean
  readonly path: JsonObject
  readonly query: JsonObject
  readonly headers: JsonObject
  /** Cookie parameters by name, with the values in the form of the `Cookie` header. */
  readonly cookies?: Readonly<Record<string, string>>
  readonly body?: Json
  readonly contentType?: string
}
