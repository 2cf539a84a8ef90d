import type { JsonObject } from '../json.ts'

/** The content of `contract.config.yaml`. `specs/contract.config.schema.json` describes it. */
export interface ContractConfig {
  /** The whole parsed file. */
  readonly written: JsonObject
  /** Options of `gate`. The keys are their long names. */
  readonly options: JsonObject
  readonly apis: Readonly<Record<string, ApiConfig>>
  /** Returns the file and line of the value at a JSON Pointer: `contract.config.yaml:12`. */
  locate(pointer: string): string
}

/** The settings of one API. */
export interface ApiConfig {
  readonly targets?: { readonly live?: LiveConfig }
  /**
   * The operations that supply ids. A key is a path up to a parameter, such as `/pets/{petId}`. Its value lists the ids
   * of the operations whose responses contain values for this parameter.
   */
  readonly graph?: Readonly<Record<string, readonly string[]>>
}

/**
 * The settings for a vendor's server. They do not contain secrets, only the names of environment variables with
 * secrets.
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

/** A header whose value is taken from an environment variable. */
export interface HeaderConfig {
  readonly variable: string
  readonly source?: 'seed' | 'vendor-docs' | 'assumed'
}

/** An object on the vendor's server that a run is allowed to use. */
export interface FixtureConfig {
  /** The name of the object's provider state in the document. */
  readonly state: string
  /**
   * The allowed use of the object. `changeable`: the run may change the object, and restores it afterwards.
   * `sacrificial`: the run may change the object permanently. `fixed`: the run sends only requests that the server must
   * refuse.
   */
  readonly use?: FixtureUse
  readonly path?: JsonObject
  readonly with?: JsonObject
  readonly values?: JsonObject
  readonly given?: JsonObject
  /**
   * Request fields with the values that the object has at present. A request with these fields changes nothing, and its
   * response shows the object.
   */
  readonly probe?: JsonObject
  /** The path parameters of a second object. The run checks that this object does not change. */
  readonly bystander?: JsonObject
}

/** The allowed uses of an object on the vendor's server. See `FixtureConfig.use`. */
export type FixtureUse = 'changeable' | 'sacrificial' | 'fixed'
