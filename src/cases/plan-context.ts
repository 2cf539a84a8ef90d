import type { Json, JsonObject } from '../json.ts'
import type { Given, Role, TargetKind } from '../operations/annotations.ts'

/**
 * The plans, by size: `lean` exercises each clause once, `default` is for every change, and `deep` adds combinations of
 * states, senders, values and spellings that are derived from the refusal rules.
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
  /** The parameter values that the user gave, by name. */
  readonly parameters: Readonly<Record<string, string>>
  readonly seed: number
  /** How much is sent. Default: `default`. */
  readonly plan?: PlanName
  /** True if destructive operations may be sent to a live server. */
  readonly allowDestructive: boolean
}

/** The positive request from which other cases are made. See `baseRequest`. */
export interface BaseRequest {
  readonly given?: Given
  /** True if the request does not come from a scenario, so that it contains no `$` literals. */
  readonly verbatim?: boolean
  readonly path: JsonObject
  readonly query: JsonObject
  readonly headers: JsonObject
  /** Cookie parameters by name. Each value is serialized as in the `Cookie` header. */
  readonly cookies?: Readonly<Record<string, string>>
  readonly body?: Json
  readonly contentType?: string
}
