import type { Address, Document } from '../document/document.ts'
import { selectorOf } from '../document/json-path.ts'
import { tokens } from '../document/json-pointer.ts'
import { isArray, isObject, type Json } from '../json.ts'

/** An object in the root file of a document: its JSON Pointer, and the JSONPath query that selects it (RFC 9535). */
export interface RootPlace {
  readonly at: string
  readonly target: string
}

/**
 * Returns the place of an object in the root file, as the file is written. An overlay can change only such objects.
 * Undefined if the object is in another file, or if the conversion to 3.1 added it.
 */
export function rootPlace(document: Document, address: Address): RootPlace | undefined {
  const root = document.root.address
  if (!address.startsWith(root)) return undefined
  const at = address.slice(root.length)
  let value: Json | undefined = [...document.written.values()][0]
  let target = '$'
  for (const token of tokens(at)) {
    target += isArray(value) ? selectorOf(Number(token)) : segment(token)
    value = isArray(value) ? value[Number(token)] : isObject(value) ? value[token] : undefined
  }
  return isObject(value) && value['$ref'] === undefined ? { at, target } : undefined
}

function segment(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : selectorOf(key)
}
