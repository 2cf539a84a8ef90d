import type { JsonObject } from '../json.ts'

/** The content of `contract.config.yaml`. `specs/contract.config.schema.json` describes each key. */
export interface ContractConfig {
  /** The parsed content of the whole file. */
  readonly written: JsonObject
  /** The options of `gate`, keyed by their long names. */
  readonly options: JsonObject
  readonly apis: Readonly<Record<string, ApiConfig>>
  /** Returns the line of the value at a JSON Pointer, such as `contract.config.yaml:12`. */
  locate(pointer: string): string
}

/** The settings of one API. */
export interface ApiConfig {
  readonly targets?: { readonly live?: LiveConfig }
  /**
   * Maps the path up to a parameter, such as `/pets/{petId}`, to the ids of all operations whose responses contain a
   * value of the parameter.
   */
  readonly graph?: Readonly<Record<string, readonly string[]>>
}

/**
 * The settings for the server of the API's vendor. The file contains no secrets, only names of environment variables
 * that contain secrets.
 */
export interface LiveConfig {
  readonly environment: 'sandbox' | 'production'
  readonly agreed?: { readonly by: string; readonly on: string }
  readonly baseUrl: string
  readonly tokenUrl?: string
  readonly scope?: string
  readonly credentials: Readonly<Record<string, string | readonly string[]>>
  readonly headers?: Readonly<Record<string, HeaderConfig>>
  readonly path?: JsonObject
  readonly given?: JsonObject
  readonly values?: JsonObject
  readonly readBack?: boolean
  readonly create?: JsonObject
  readonly fixtures?: Readonly<Record<string, FixtureConfig>>
  readonly setup?: string
  readonly limits?: { readonly perSecond?: number; readonly requestTimeout?: number; readonly wait?: number }
}

/** A header whose value is in an environment variable. */
export interface HeaderConfig {
  readonly variable: string
  readonly source?: 'seed' | 'vendor-docs' | 'assumed'
}

/** An object on the vendor's server, such as an order, that a run may use. */
export interface FixtureConfig {
  /** The name of the provider state in which the object is. The document defines this state. */
  readonly state: string
  /**
   * `changeable`: the run may change the object and restores it. `sacrificial`: the run may close the object for good.
   * `fixed`: the run sends the object only requests that the server must refuse.
   */
  readonly use?: FixtureUse
  readonly path?: JsonObject
  readonly with?: JsonObject
  readonly values?: JsonObject
  readonly given?: JsonObject
  /** Request fields with the values that the object has. Sending them changes nothing, and the response shows the object. */
  readonly probe?: JsonObject
  /** The path parameters of a second object. The run checks that this object does not change. */
  readonly bystander?: JsonObject
}

/** The changes that a run may make to a fixture. */
export type FixtureUse = 'changeable' | 'sacrificial' | 'fixed'
