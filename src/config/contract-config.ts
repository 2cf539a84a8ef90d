import type { JsonObject } from '../json.ts'

/** The content of `contract.config.yaml`, as in `specs/contract.config.schema.json`. */
export interface ContractConfig {
  /** The whole parsed file. */
  readonly written: JsonObject
  /** The options of `gate`, by their long names. */
  readonly options: JsonObject
  readonly apis: Readonly<Record<string, ApiConfig>>
  /** Returns the file and line of the value at a JSON Pointer: `contract.config.yaml:12`. */
  locate(pointer: string): string
}

/** The settings of one API. */
export interface ApiConfig {
  readonly targets?: { readonly live?: LiveConfig }
  /**
   * For each path up to a parameter, such as `/pets/{petId}`, the ids of the operations whose responses contain values
   * for it.
   */
  readonly graph?: Readonly<Record<string, readonly string[]>>
}

/** The settings for a vendor's server. Secrets are only named, by their environment variables. */
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

/** An object on the vendor's server that a run may use. */
export interface FixtureConfig {
  /** The provider state of the object, as defined in the document. */
  readonly state: string
  /**
   * `changeable`: the run may change the object, and restores it. `sacrificial`: the run may change the object for
   * good. `fixed`: the run sends only requests that must be refused.
   */
  readonly use?: FixtureUse
  readonly path?: JsonObject
  readonly with?: JsonObject
  readonly values?: JsonObject
  readonly given?: JsonObject
  /** Request fields with their current values. Sending them changes nothing and returns the object. */
  readonly probe?: JsonObject
  /** Path parameters of a second object, which must not change. */
  readonly bystander?: JsonObject
}

/** The changes that a run may make to a fixture. */
export type FixtureUse = 'changeable' | 'sacrificial' | 'fixed'
