import type { Json, JsonObject } from '../json.ts'
import type { Given, Role, TargetKind } from '../operations/annotations.ts'

/** What makers know of where their cases will be sent. Targets themselves are none of their business. */
export interface PlanContext {
  readonly target: TargetKind
  readonly shows: { readonly state: boolean; readonly auth: 'none' | 'presence' | 'full'; readonly faults: boolean }
  /** Whether provider states can be established there. */
  readonly hasStates: boolean
  /** Roles that the target can supply, `partner` among them. */
  readonly roles: readonly Role[]
  /** Values of parameters that the user gave by name. */
  readonly parameters: Readonly<Record<string, string>>
  readonly seed: number
  /** Whether operations that delete or stop something may be called on a server that is not ours. */
  readonly allowDestructive: boolean
}

/** What a case changes one thing of: the base scenario's request, on a mock the first request example. */
export interface BaseRequest {
  readonly given?: Given
  /** Whether it is no scenario's, so that it holds no literals. */
  readonly verbatim?: boolean
  readonly path: JsonObject
  readonly query: JsonObject
  readonly headers: JsonObject
  /** Cookie parameters by name, each as its pairs stand in the header. */
  readonly cookies?: Readonly<Record<string, string>>
  readonly body?: Json
  readonly contentType?: string
}
