import type { FixtureUse } from '../../config/contract-config.ts'
import type { JsonObject } from '../../json.ts'
import type { SchemeValues } from '../../targets/scheme-credentials.ts'

/**
 * A live section, with the values of its environment variables. No part of it may be printed, because it contains
 * secrets.
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
  /** Values that the rules of provider states read as `given`. They are the same for all fixtures. */
  readonly given: JsonObject
  readonly values: JsonObject
  readonly readsBack: boolean
  readonly create?: JsonObject
  readonly fixtures: readonly LiveFixture[]
  readonly setup?: string
  readonly perSecond: number
  readonly requestTimeoutMilliseconds: number
  /** The total time in milliseconds for which `Retry-After` may delay a run. */
  readonly waitMilliseconds: number
}

/** An object on the vendor's server that a run may use. */
export interface LiveFixture {
  readonly name: string
  readonly state: string
  readonly use: FixtureUse
  /** All path values of the object: those that all fixtures share, and those of this fixture. */
  readonly path: JsonObject
  readonly with: JsonObject
  readonly values: JsonObject
  readonly given: JsonObject
  /**
   * Some request fields with the values that they have on the server now. An update that sends them changes nothing,
   * and its response shows the object. Set only if the object is read in this way.
   */
  readonly probe?: JsonObject
  readonly bystander?: JsonObject
  /** True if the gate created the object. In this case the object is removed at the end instead of restored. */
  readonly isOwn?: boolean
  /** The file and line of the fixture: `contract.config.yaml:30`. */
  readonly where: string
}
