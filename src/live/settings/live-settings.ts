import type { FixtureUse } from '../../config/contract-config.ts'
import type { JsonObject } from '../../json.ts'
import type { SchemeValues } from '../../targets/scheme-credentials.ts'

/**
 * The live settings of an API, with the values of its environment variables. They contain secrets and must not be
 * printed.
 */
export interface LiveSettings {
  readonly api: string
  readonly environment: 'sandbox' | 'production'
  readonly baseUrl: string
  readonly tokenUrl?: string
  readonly scope?: string
  readonly credentials: readonly SchemeValues[]
  /** The headers that are sent with every request. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** The path parameters that are the same for all fixtures. */
  readonly path: JsonObject
  /** Values that the user provides for rules of provider states, as `given`. Shared by all fixtures. */
  readonly given: JsonObject
  readonly values: JsonObject
  readonly readsBack: boolean
  readonly create?: JsonObject
  readonly fixtures: readonly LiveFixture[]
  readonly setup?: string
  readonly perSecond: number
  readonly requestTimeoutMilliseconds: number
  /** How long `Retry-After` may delay a run in total, in milliseconds. */
  readonly waitMilliseconds: number
}

/** An object on the vendor's server that a run may use. */
export interface LiveFixture {
  readonly name: string
  readonly state: string
  readonly use: FixtureUse
  /** The path values of the object. */
  readonly path: JsonObject
  readonly with: JsonObject
  readonly values: JsonObject
  readonly given: JsonObject
  /**
   * Request fields with their current values. An update with them changes nothing and returns the object. Only set if
   * there is no other way to read the object.
   */
  readonly probe?: JsonObject
  readonly bystander?: JsonObject
  /** True if the gate created the object, and will remove it at the end. */
  readonly isOwn?: boolean
  /** Where the fixture is configured: `contract.config.yaml:30`. */
  readonly where: string
}
