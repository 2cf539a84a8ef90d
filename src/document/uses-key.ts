import { isArray, isObject, type Json } from '../json.ts'
import type { Document } from './document.ts'

const known = new WeakMap<object, ReadonlySet<string>>()

/** True if any object of a document has the key, examples included. Faster than a visit of every schema. */
export function usesKey(document: Document, key: string): boolean {
  return [...document.resources.values()].some((resource) => keysIn(resource).has(key))
}

/** Returns the keys of all objects in a file, each once. */
export function keysIn(resource: Json): ReadonlySet<string> {
  if (typeof resource !== 'object' || resource === null) return new Set()
  const listed = known.get(resource)
  if (listed !== undefined) return listed
  const keys = new Set<string>()
  addKeys(resource, keys)
  known.set(resource, keys)
  return keys
}

function addKeys(value: Json, keys: Set<string>): void {
  if (isArray(value)) for (const item of value) addKeys(item, keys)
  else if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) {
      keys.add(key)
      if (typeof member === 'object') addKeys(member, keys)
    }
  }
}
