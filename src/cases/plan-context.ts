import type { Json, JsonObject } from '../json.ts'
import type { Given, Role, TargetKind } from '../operations/annotations.ts'

/** The facts about a target that makers need. */
export interface PlanContext {
  readonly target: TargetKind
  readonly shows: { readonly state: boolean; readonly auth: 'none' | 'presence' | 'full'; readonly faults: boolean }
  /** True if provider states can be set up. */
  readonly hasStates: boolean
  /** Roles for which the target has credentials, including `partner`. */
  readonly roles: readonly Role[]
  /** The user's parameter values, by name. */
  readonly parameters: Readonly<Record<string, string>>
  readonly seed: number
  /** True if destructive operations may be sent to a live server. */
  readonly allowDestructive: boolean
}

/** The positive request from which cases are made. See `baseRequest`. */
export interface BaseRequest {
  readonly given?: Given
  /** True if the request comes from no scenario, so that it contains no `$` literals. */
  readonly verbatim?: boolean
  readonly path: JsonObject
  readonly query: JsonObject
  readonly headers: JsonObject
  /** Cookie parameters by name, each serialized as in the header. */
  readonly cookies?: Readonly<Record<string, string>>
  readonly body?: Json
  readonly contentType?: string
}
