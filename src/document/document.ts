import type { ContractError } from '../errors.ts'
import type { Json, JsonObject } from '../json.ts'
import { pointer } from './json-pointer.ts'
import type { Location } from './location.ts'

/**
 * Where a value is defined: the absolute URL of its file, `#`, and a JSON Pointer (RFC 6901) into it. Not
 * percent-encoded after the `#`. Two uses of one component have one address.
 */
export type Address = string

/** A value with the address at which it is defined, after every `$ref` on the way was followed. */
export interface Node<T = Json> {
  readonly address: Address
  readonly value: T
}

/** An overlay that was merged into a document. */
export interface AppliedOverlay {
  /** Relative to the working directory. */
  readonly file: string
  /** Absolute. */
  readonly path: string
  readonly title: string
  /** The parsed file. */
  readonly written: Json
  /** Where the value at a JSON Pointer is in its text. */
  locate(pointer: string): Location
  /** SHA-256 of its text, hex. */
  readonly sha256: string
  /** Values of earlier overlays that it replaced or removed: where in the document, and the file of the earlier one. */
  readonly overrides: readonly { readonly pointer: string; readonly file: string }[]
}

/** Whether the keyword `format` is asserted or is an annotation. */
export type FormatUse = 'assert' | 'annotate'

/**
 * An OpenAPI document with everything that it references, its overlays merged in, as 3.1: a 3.0 document is lifted when
 * it is read. Values are frozen, references stay references.
 */
export interface Document {
  /** As the caller named it, relative to the working directory. */
  readonly file: string
  readonly title: string
  readonly version: string
  /** The version that the file declares, before lifting. */
  readonly openapi: string
  /** Over the text of every file of the document, in the order in which they are referenced, without overlays; hex. */
  readonly sha256: string
  /** In the order in which they were applied. */
  readonly overlays: readonly AppliedOverlay[]
  /**
   * References that have no target, by their addresses, each with the error that names its place. Empty unless the document
   * was read with `keepsBroken`.
   */
  readonly broken: ReadonlyMap<Address, ContractError>
  readonly root: Node<JsonObject>
  /** Every file of the document by its absolute URL; the root's is first. */
  readonly resources: ReadonlyMap<string, Json>
  /** The same files before lifting, with overlays merged in. */
  readonly written: ReadonlyMap<string, Json>
  /** The value at an address, with its `$ref`s followed; throws `reference-not-found` or `reference-cycle`. */
  resolve(address: Address): Node
  /** The address that a `$ref` at `from` refers to. */
  target(reference: string, from: Address): Address
  /** Each `$dynamicAnchor` of the schema resource that contains an address, and its address. */
  dynamicAnchors(address: Address): ReadonlyMap<string, Address>
  /** Whether `format` is checked or only informs the reader. JSON Schema 2020-12 Validation §7.2. */
  readonly formats: FormatUse
  /**
   * Where an address is written: in an overlay if one wrote it, else in its own file; for what lifting added, the nearest
   * ancestor.
   */
  locate(address: Address): Location
}

/** The address of a value below the value at an address. */
export function childOf(address: Address, ...path: readonly (string | number)[]): Address {
  return address + pointer(...path)
}
