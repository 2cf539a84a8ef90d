import { childOf, type Address, type Document } from '../document/document.ts'
import { pointer as join } from '../document/json-pointer.ts'
import { isArray, isObject, type Json, type JsonObject } from '../json.ts'
import type { Schema } from '../schemas/schema.ts'

/** A part of a document that is being read: its address, and the path by which the operation uses it. */
export interface Cursor {
  readonly document: Document
  readonly address: Address
  readonly pointer: string
  readonly value: JsonObject
}

const NOTHING: JsonObject = Object.freeze({})

/** Returns the cursor at an address, after following `$ref`s. */
export function cursorAt(document: Document, address: Address, pointer: string): Cursor {
  const node = document.resolve(address)
  return { document, address: node.address, pointer, value: isObject(node.value) ? node.value : NOTHING }
}

/** Returns the cursor at a property, after following `$ref`s; undefined if the property is absent. */
export function propertyOf(
  cursor: Cursor,
  key: string | number,
  pointer = cursor.pointer + join(key),
): Cursor | undefined {
  if (!Object.hasOwn(cursor.value, key)) return undefined
  return followed(cursorAt(cursor.document, childOf(cursor.address, key), pointer))
}

/** Beside its `$ref`, a Reference Object may have `summary` and `description`; other keys are ignored. §4.8.23. */
function followed(cursor: Cursor): Cursor {
  const reference = cursor.value['$ref']
  if (typeof reference !== 'string') return cursor
  return followed(cursorAt(cursor.document, cursor.document.target(reference, cursor.address), cursor.pointer))
}

/** Returns the entries of a map with names as keys. A name may begin with `x-`, such as the header `x-request-id`. */
export function entries(cursor: Cursor | undefined): [key: string, cursor: Cursor][] {
  if (cursor === undefined) return []
  return Object.keys(cursor.value).flatMap((key) => {
    const found = propertyOf(cursor, key)
    return found === undefined ? [] : [[key, found] as [string, Cursor]]
  })
}

/** Returns the entries of an object that may have extensions (such as paths and responses), without its `x-` keys. */
export function extensibleEntries(cursor: Cursor | undefined): [key: string, cursor: Cursor][] {
  return entries(cursor).filter(([key]) => !key.startsWith('x-'))
}

/** Returns the items of the list under a key, after following `$ref`s. `name` returns an item's name in pointers. */
export function items(cursor: Cursor, key: string, name: (value: JsonObject, index: number) => string): Cursor[] {
  const list = cursor.value[key]
  if (!isArray(list)) return []
  return list.map((_, index) => {
    const address = childOf(cursor.address, key, index)
    const found = followed(cursorAt(cursor.document, address, ''))
    return { ...found, pointer: `${cursor.pointer}/${key}${join(name(found.value, index))}` }
  })
}

/** Returns the schema under a key. Its own `$ref` is not followed, because keywords beside it apply too. */
export function schemaIn(cursor: Cursor, key = 'schema'): Schema | undefined {
  const value: Json | undefined = cursor.value[key]
  if (!isObject(value) && typeof value !== 'boolean') return undefined
  const { document, address, pointer } = cursor
  return { document, address: childOf(address, key), pointer: pointer + join(key), value }
}
