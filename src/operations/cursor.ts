import { childOf, type Address, type Document } from '../document/document.ts'
import { pointer as join } from '../document/json-pointer.ts'
import { isArray, isObject, type Json, type JsonObject } from '../json.ts'
import type { Schema } from '../schemas/schema.ts'
import { brokenReference } from './read/broken-reference.ts'

/**
 * A position in a document that is being read. `address` is the place in the document, and `pointer` is the path from
 * the operation to this place.
 */
export interface Cursor {
  readonly document: Document
  readonly address: Address
  readonly pointer: string
  readonly value: JsonObject
}

const NOTHING: JsonObject = Object.freeze({})

/** Returns a cursor to the value at an address. Follows `$ref`. */
export function cursorAt(document: Document, address: Address, pointer: string): Cursor {
  const node = document.resolve(address)
  return { document, address: node.address, pointer, value: isObject(node.value) ? node.value : NOTHING }
}

/** Returns a cursor to a property. Follows `$ref`. Returns undefined if the property is absent. */
export function propertyOf(
  cursor: Cursor,
  key: string | number,
  pointer = cursor.pointer + join(key),
): Cursor | undefined {
  if (!Object.hasOwn(cursor.value, key)) return undefined
  return followed(cursorAt(cursor.document, childOf(cursor.address, key), pointer))
}

/**
 * Follows the `$ref` of a Reference Object. Ignores all other keys of the object, because only `summary` and
 * `description` are allowed there (OpenAPI 3.1.1 §4.8.23).
 */
function followed(cursor: Cursor): Cursor {
  const reference = cursor.value['$ref']
  if (typeof reference !== 'string') return cursor
  return followed(cursorAt(cursor.document, cursor.document.target(reference, cursor.address), cursor.pointer))
}

/** Returns all entries of a map of names. A name may start with `x-`, such as the header `x-request-id`. */
export function entries(cursor: Cursor | undefined): [key: string, cursor: Cursor][] {
  if (cursor === undefined) return []
  return Object.keys(cursor.value).flatMap((key) => {
    const found = propertyOf(cursor, key)
    return found === undefined ? [] : [[key, found] as [string, Cursor]]
  })
}

/** Returns the entries of an object such as `paths` or `responses`. Leaves out extensions (`x-…`). */
export function extensibleEntries(cursor: Cursor | undefined): [key: string, cursor: Cursor][] {
  return entries(cursor).filter(([key]) => !key.startsWith('x-'))
}

/**
 * Returns a cursor for each item of the list under `key`. Follows `$ref`. Leaves out items with a broken reference.
 * `name` returns the name that an item has in pointers.
 */
export function items(cursor: Cursor, key: string, name: (value: JsonObject, index: number) => string): Cursor[] {
  const list = cursor.value[key]
  if (!isArray(list)) return []
  return list.flatMap((_, index) => {
    const address = childOf(cursor.address, key, index)
    if (brokenReference(cursor.document, [address]) !== undefined) return []
    const found = followed(cursorAt(cursor.document, address, ''))
    return { ...found, pointer: `${cursor.pointer}/${key}${join(name(found.value, index))}` }
  })
}

/**
 * Returns the schema under `key`. Does not follow a `$ref` in the schema, because the keywords next to `$ref` apply
 * too.
 */
export function schemaIn(cursor: Cursor, key = 'schema'): Schema | undefined {
  const value: Json | undefined = cursor.value[key]
  if (!isObject(value) && typeof value !== 'boolean') return undefined
  const { document, address, pointer } = cursor
  return { document, address: childOf(address, key), pointer: pointer + join(key), value }
}
