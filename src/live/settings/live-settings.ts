import type { FixtureUse } from '../../config/contract-config.ts'
import type { JsonObject } from '../../json.ts'
import type { SchemeValues } from '../../targets/scheme-credentials.ts'

/** A live section with the values of its environment variables. Secret: nothing of it may be printed. */
export interface LiveSettings {
  readonly api: string
  readonly environment: 'sandbox' | 'production'
  readonly baseUrl: string
  readonly tokenUrl?: string
  readonly scope?: string
  readonly credentials: readonly SchemeValues[]
  /** Sent with every request. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Path parameters that all fixtures share. */
  readonly path: JsonObject
  /** Facts and values that all fixtures share. */
  readonly given: JsonObject
  readonly values: JsonObject
  readonly readsBack: boolean
  readonly create?: JsonObject
  readonly fixtures: readonly Fixture[]
  readonly setup?: string
  readonly perSecond: number
  readonly requestTimeoutMilliseconds: number
  /** How long a run may wait for `Retry-After`, all together. */
  readonly waitMilliseconds: number
}

/** An object at the vendor that a run may use. */
export interface Fixture {
  readonly name: string
  readonly state: string
  readonly use: FixtureUse
  /** The whole address: shared path parameters and its own. */
  readonly path: JsonObject
  readonly with: JsonObject
  readonly values: JsonObject
  readonly given: JsonObject
  readonly bystander?: JsonObject
  /** True if the gate created it, so that it is removed and needs no putting back. */
  readonly isOwn?: boolean
  /** `contract.config.yaml:30`. */
  readonly where: string
}
