import type { Json, JsonObject } from '../json.ts'
import { pointer } from './json-pointer.ts'
import type { Location } from './location.ts'

/**
 * Where a value stands: the absolute URL of its file, `#`, and a JSON Pointer (RFC 6901) into it. Not percent-encoded
 * after the `#`. Two uses of one component have one address.
 */
export type Address = string

/** A value with the address at which it is defined, after every `$ref` on the way was followed. */
export interface Node<T = Json> {
  readonly address: Address
  readonly value: T
}

/**
 * An OpenAPI document with everything that it references, as 3.1: a 3.0 document is lifted when it is read.
 * Values are frozen, references stay references.
 */
export interface Document {
  /** As it was asked for, relative to the working directory. */
  readonly file: string
  readonly title: string
  readonly version: string
  /** What the file itself declares, before lifting. */
  readonly openapi: string
  /** Over the text of every file of the document, in the order in which they are referenced; hex. */
  readonly sha256: string
  readonly root: Node<JsonObject>
  /** Every file of the document by its absolute URL; the root's is first. */
  readonly resources: ReadonlyMap<string, Json>
  /** The same files as they are written, before lifting. */
  readonly written: ReadonlyMap<string, Json>
  /** The value at an address, with its `$ref`s followed; throws `reference-not-found` or `reference-cycle`. */
  resolve(address: Address): Node
  /** The address that a `$ref` standing at `from` means. */
  target(reference: string, from: Address): Address
  /** How many schemas have the name of a `$dynamicAnchor` or `$anchor`: of several, who refers decides which is meant. */
  meanings(anchor: string): number
  /** Where an address stands in its file's text; the nearest ancestor for what lifting made up. */
  locate(address: Address): Location
}

/** The address of a member of the value at an address. */
export function childOf(address: Address, ...path: readonly (string | number)[]): Address {
  return address + pointer(...path)
}
