import type { JsonObject } from '../json.ts'

/** `contract.config.yaml`, as written. `specs/contract.config.schema.json` describes each key. */
export interface ContractConfig {
  /** The whole file. */
  readonly written: JsonObject
  /** Options of `gate` by their long names. */
  readonly options: JsonObject
  readonly apis: Readonly<Record<string, ApiConfig>>
  /** `contract.config.yaml:12`: the line of a JSON Pointer into the file. */
  locate(pointer: string): string
}

/** The servers of one API. */
export interface ApiConfig {
  readonly targets: { readonly live?: LiveConfig }
}

/** The vendor's own server. Names of environment variables, never secrets. */
export interface LiveConfig {
  readonly environment: 'sandbox' | 'production'
  readonly agreed?: { readonly by: string; readonly on: string }
  readonly baseUrl: string
  readonly tokenUrl?: string
  readonly scope?: string
  readonly credentials: Readonly<Record<string, string | readonly string[]>>
  readonly headers?: Readonly<Record<string, HeaderConfig>>
  readonly path?: JsonObject
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

/** An object at the vendor that a run may use. */
export interface FixtureConfig {
  /** A provider state of the document. */
  readonly state: string
  /** `changeable`: is changed and put back. `sacrificial`: may end closed. `fixed`: only refused requests go to it. */
  readonly use?: FixtureUse
  readonly path?: JsonObject
  readonly with?: JsonObject
  readonly values?: JsonObject
  readonly given?: JsonObject
  /** Path parameters of an object that must not change. */
  readonly bystander?: JsonObject
}

/** What may happen to a fixture. */
export type FixtureUse = 'changeable' | 'sacrificial' | 'fixed'
