import { childOf, type Address, type Document } from '../document/document.ts'
import { pointer as join } from '../document/json-pointer.ts'
import { isArray, isObject, type Json, type JsonObject } from '../json.ts'
import type { Schema } from '../schemas/schema.ts'
import { brokenReference } from './read/broken-reference.ts'

/**
 * A part of a document that is being read. It has an address in the document, and a pointer, which is the path from the
 * operation to this part.
 */
export interface Cursor {
  readonly document: Document
  readonly address: Address
  readonly pointer: string
  readonly value: JsonObject
}

const NOTHING: JsonObject = Object.freeze({})

/** Returns the cursor of the value at an address. `$ref`s at the address are followed. */
export function cursorAt(document: Document, address: Address, pointer: string): Cursor {
  const node = document.resolve(address)
  return { document, address: node.address, pointer, value: isObject(node.value) ? node.value : NOTHING }
}

/** Returns the cursor of a property of an object. `$ref`s are followed. Returns undefined if the property is absent. */
export function propertyOf(
  cursor: Cursor,
  key: string | number,
  pointer = cursor.pointer + join(key),
): Cursor | undefined {
  if (!Object.hasOwn(cursor.value, key)) return undefined
  return followed(cursorAt(cursor.document, childOf(cursor.address, key), pointer))
}

/**
 * Only `summary` and `description` are allowed beside the `$ref` of a Reference Object. Other keys are ignored. OpenAPI
 * 3.1.1 §4.8.23.
 */
function followed(cursor: Cursor): Cursor {
  const reference = cursor.value['$ref']
  if (typeof reference !== 'string') return cursor
  return followed(cursorAt(cursor.document, cursor.document.target(reference, cursor.address), cursor.pointer))
}

/** Returns the entries of a map whose keys are names. A name may begin with `x-`, such as the header `x-request-id`. */
export function entries(cursor: Cursor | undefined): [key: string, cursor: Cursor][] {
  if (cursor === undefined) return []
  return Object.keys(cursor.value).flatMap((key) => {
    const found = propertyOf(cursor, key)
    return found === undefined ? [] : [[key, found] as [string, Cursor]]
  })
}

/**
 * Returns the entries of an object that may have extensions (such as `paths` and `responses`). Entries whose key begins
 * with `x-` are left out.
 */
export function extensibleEntries(cursor: Cursor | undefined): [key: string, cursor: Cursor][] {
  return entries(cursor).filter(([key]) => !key.startsWith('x-'))
}

/**
 * Returns a cursor for each item of the list under `key`. `$ref`s are followed; items with a reference that has no target
 * are left out. `name` returns the text that represents an item in pointers.
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

/** Returns the schema under `key`. The `$ref` of the schema is not followed, because keywords beside it apply too. */
export function schemaIn(cursor: Cursor, key = 'schema'): Schema | undefined {
  const value: Json | undefined = cursor.value[key]
  if (!isObject(value) && typeof value !== 'boolean') return undefined
  const { document, address, pointer } = cursor
  return { document, address: childOf(address, key), pointer: pointer + join(key), value }
}
