import type { ContractError } from '../errors.ts'
import type { Json, JsonObject } from '../json.ts'
import { pointer } from './json-pointer.ts'
import type { Location } from './location.ts'

/**
 * The place where a value is defined: the absolute URL of its file, `#`, and a JSON Pointer (RFC 6901) into the file.
 * The pointer is not percent-encoded. A component has only one address, even if it is used in several places.
 */
export type Address = string

/**
 * A value, and the address at which it is defined. If `$ref`s lead to the value, this is the address of the last
 * target.
 */
export interface Node<T = Json> {
  readonly address: Address
  readonly value: T
}

/** An overlay that was merged into a document. */
export interface AppliedOverlay {
  /** Path of the overlay, relative to the working directory. */
  readonly file: string
  /** Absolute path of the overlay. */
  readonly path: string
  readonly title: string
  /** The parsed overlay, before it was applied. */
  readonly written: Json
  /** Returns the position of a value in the overlay's text. `pointer` is a JSON Pointer into the overlay. */
  locate(pointer: string): Location
  /** SHA-256 of the overlay's text, as hexadecimal digits. */
  readonly sha256: string
  /**
   * Values of earlier overlays that this overlay replaced or removed. `pointer` is the JSON Pointer of the value in the
   * merged document, and `file` is the earlier overlay.
   */
  readonly overrides: readonly { readonly pointer: string; readonly file: string }[]
}

/**
 * The meaning of the keyword `format`. `assert`: a value that violates the format is invalid. `annotate`: the format is
 * only information for readers.
 */
export type FormatUse = 'assert' | 'annotate'

/**
 * An OpenAPI document with all files that it references and with its overlays merged in. A document of another
 * version is converted to 3.1. Values are frozen. Each `$ref` is kept and not replaced by its target.
 */
export interface Document {
  /** Path of the root file as the caller gave it, relative to the working directory. */
  readonly file: string
  readonly title: string
  readonly version: string
  /** The OpenAPI version that the file declares, such as `3.0.3`, even if the document was converted to 3.1. */
  readonly openapi: string
  /**
   * SHA-256 of all files of the document, in the order in which they are referenced, without overlays. Hexadecimal
   * digits.
   */
  readonly sha256: string
  /** The overlays, in the order in which they were applied. */
  readonly overlays: readonly AppliedOverlay[]
  /**
   * The errors for references without a target. The key is the address of the reference. Empty unless the document was
   * read with `keepsBroken`.
   */
  readonly broken: ReadonlyMap<Address, ContractError>
  readonly root: Node<JsonObject>
  /** The files of the document by absolute URL, the root file first, converted to 3.1. */
  readonly resources: ReadonlyMap<string, Json>
  /** The files of the document by absolute URL, with overlays merged in, before the conversion to 3.1. */
  readonly written: ReadonlyMap<string, Json>
  /** Returns the value at an address after following its `$ref`s. Throws `reference-not-found` or `reference-cycle`. */
  resolve(address: Address): Node
  /**
   * Returns the address that the `$ref` text `reference` refers to. `from` is the address at which the `$ref` is
   * written.
   */
  target(reference: string, from: Address): Address
  /** Returns the address of each `$dynamicAnchor`, by its name, in the schema resource that contains `address`. */
  dynamicAnchors(address: Address): ReadonlyMap<string, Address>
  /**
   * `assert` if the keyword `format` is checked, `annotate` if it is only information. JSON Schema 2020-12 Validation
   * §7.2.
   */
  readonly formats: FormatUse
  /**
   * Returns the position in the text where a value is written: in the overlay that wrote the value, or else in the
   * document's own file. A value that the conversion to 3.1 added has the position of its nearest ancestor in the text.
   */
  locate(address: Address): Location
}

/** Returns the address of the value that `path` leads to from `address`. */
export function childOf(address: Address, ...path: readonly (string | number)[]): Address {
  return address + pointer(...path)
}
