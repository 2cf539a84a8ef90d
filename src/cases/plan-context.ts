import type { Json, JsonObject } from '../json.ts'
import type { Given, Role, TargetKind } from '../operations/annotations.ts'
import type { SecurityRequirement } from '../operations/operation.ts'

/**
 * The plans, from the smallest to the largest. `lean` exercises each clause once. `default` is for every change. `deep`
 * adds combinations of provider states, roles, values and spellings; the refusal rules predict their responses.
 */
export const PLANS = ['lean', 'default', 'deep'] as const
export type PlanName = (typeof PLANS)[number]

/** The facts about a target and the user's settings that makers use. */
export interface PlanContext {
  readonly target: TargetKind
  readonly shows: { readonly state: boolean; readonly auth: 'none' | 'presence' | 'full'; readonly faults: boolean }
  /** True if provider states can be set up. */
  readonly hasStates: boolean
  /** Roles for which the target has credentials, including `partner`. */
  readonly roles: readonly Role[]
  /**
   * True if the target has credentials for a security alternative. Absent if they are known only when a provider state
   * is set up.
   */
  readonly meets?: (alternative: SecurityRequirement) => boolean
  /** The parameter values that the user gave, by name. */
  readonly parameters: Readonly<Record<string, string>>
  /**
   * The path parameters, as `operationId.name`, whose values come from responses during the run. Default: none. Cases
   * leave them out.
   */
  readonly gathered?: ReadonlySet<string>
  /** True if the document has a path for one item below the path of the operation: `/pets/{id}` for `POST /pets`. */
  readonly makesItems?: boolean
  readonly seed: number
  /** The size of the plan. Default: `default`. */
  readonly plan?: PlanName
  /** True if destructive operations may be sent to a live server. */
  readonly allowDestructive: boolean
}

/** The positive request from which other cases are made. See `baseRequest`. */
export interface BaseRequest {
  readonly given?: Given
  /** True if the request does not come from a scenario. It then contains no placeholders such as `{ $state: … }`. */
  readonly verbatim?: boolean
  readonly path: JsonObject
  readonly query: JsonObject
  readonly headers: JsonObject
  /** Cookie parameters by name. Each value is already serialized for the `Cookie` header. */
  readonly cookies?: Readonly<Record<string, string>>
  readonly body?: Json
  readonly contentType?: string
}
