import type { FixtureUse } from '../../config/contract-config.ts'
import type { JsonObject } from '../../json.ts'
import type { SchemeValues } from '../../targets/scheme-credentials.ts'

/** The live settings of an API. They contain secrets from environment variables and must not be printed. */
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
  /**
   * Values from the user that the rules of provider states read as `given`. The values are the same for all fixtures.
   */
  readonly given: JsonObject
  readonly values: JsonObject
  readonly readsBack: boolean
  readonly create?: JsonObject
  readonly fixtures: readonly LiveFixture[]
  readonly setup?: string
  readonly perSecond: number
  readonly requestTimeoutMilliseconds: number
  /** The maximum time in milliseconds that a run waits in total because of `Retry-After`. */
  readonly waitMilliseconds: number
}

/** An object on the vendor's server that a run is allowed to use. */
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
   * Request fields with their current values. An update that sends them changes nothing and returns the object. Set
   * only if the object cannot be read in any other way.
   */
  readonly probe?: JsonObject
  readonly bystander?: JsonObject
  /** True if the gate created the object. The gate then removes it at the end. */
  readonly isOwn?: boolean
  /** The place of the fixture in the configuration: `contract.config.yaml:30`. */
  readonly where: string
}
