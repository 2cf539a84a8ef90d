import type { Address, Document } from '../document/document.ts'
import { selectorOf } from '../document/json-path.ts'
import { tokens } from '../document/json-pointer.ts'
import { isArray, isObject, type Json } from '../json.ts'

/** An object in the root file, by JSON Pointer and by JSONPath query (RFC 9535). */
export interface RootPlace {
  readonly at: string
  readonly target: string
}

/**
 * Returns the JSON Pointer and the JSONPath of an object that an overlay can change. Returns undefined if the object is
 * not in the root file, or if it was added by the conversion to OpenAPI 3.1.
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
