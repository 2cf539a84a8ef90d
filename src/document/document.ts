import type { ContractError } from '../errors.ts'
import type { Json, JsonObject } from '../json.ts'
import { pointer } from './json-pointer.ts'
import type { Location } from './location.ts'

/**
 * The address of a value in a document: the absolute URL of its file, `#`, and a JSON Pointer (RFC 6901) that is not
 * percent-encoded. A component has one address, even if several references use it.
 */
export type Address = string

/** A value and its address. If a `$ref` led to the value, the address is that of the target. */
export interface Node<T = Json> {
  readonly address: Address
  readonly value: T
}

/** An overlay that was merged into a document. */
export interface AppliedOverlay {
  /** Path of the overlay, relative to the working directory. */
  readonly file: string
  /** The absolute path of the overlay. */
  readonly path: string
  /** The parsed overlay. */
  readonly written: Json
  /** Returns the position of a value in the overlay file. `pointer` is a JSON Pointer in that file. */
  locate(pointer: string): Location
  /** The SHA-256 of the overlay file, in hexadecimal. */
  readonly sha256: string
  /**
   * Values of earlier overlays that this overlay replaced or removed. Each entry has the JSON Pointer in the merged
   * document and the file of the earlier overlay.
   */
  readonly overrides: readonly { readonly pointer: string; readonly file: string }[]
}

/**
 * The effect of the keyword `format`. `assert`: values must match the format. `annotate`: the format is only
 * information.
 */
export type FormatUse = 'assert' | 'annotate'

/**
 * An OpenAPI document with all referenced files and merged overlays, converted to OpenAPI 3.1. Values are frozen. A
 * `$ref` is not replaced by its target.
 */
export interface Document {
  /** The path of the root file, relative to the working directory. */
  readonly file: string
  readonly title: string
  readonly version: string
  /** The declared OpenAPI version, such as `3.0.3`, before the conversion to 3.1. */
  readonly openapi: string
  /**
   * The SHA-256 of all files, without overlays, in hexadecimal. The files are in the order in which references lead to
   * them.
   */
  readonly sha256: string
  /** The overlays, in the order in which they are applied. */
  readonly overlays: readonly AppliedOverlay[]
  /**
   * Errors for references without a target, by the address of the reference. Empty if the document was read without
   * `keepsBroken`.
   */
  readonly broken: ReadonlyMap<Address, ContractError>
  readonly root: Node<JsonObject>
  /** The files by absolute URL, converted to 3.1. The root file comes first. */
  readonly resources: ReadonlyMap<string, Json>
  /** The files by absolute URL, with overlays but not converted to 3.1. */
  readonly written: ReadonlyMap<string, Json>
  /**
   * Returns the value at an address. If the value is a `$ref`, follows it to the target. Throws `reference-not-found`
   * or `reference-cycle`.
   */
  resolve(address: Address): Node
  /** Returns the address that a `$ref` refers to. `from` is the address of the `$ref`. */
  target(reference: string, from: Address): Address
  /**
   * Returns the address of each `$dynamicAnchor` in the schema resource that contains `address`, by the name of the
   * anchor.
   */
  dynamicAnchors(address: Address): ReadonlyMap<string, Address>
  /** The effect of the keyword `format`. JSON Schema 2020-12 Validation §7.2. */
  readonly formats: FormatUse
  /**
   * Returns the position at which a value is written: in an overlay, or in a file of the document. If the conversion to
   * 3.1 added the value, returns the position of the nearest object around it.
   */
  locate(address: Address): Location
}

/** Returns the address of the value at `path` below `address`. */
export function childOf(address: Address, ...path: readonly (string | number)[]): Address {
  return address + pointer(...path)
}
