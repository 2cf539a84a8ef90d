import { isArray, isObject, type Json } from '../json.ts'
import type { Document } from './document.ts'

const known = new WeakMap<Document, ReadonlySet<string>>()

/**
 * True if any object of a document has the key, examples included. Most documents lack most annotations, and this check
 * is faster than visiting every schema. The keys of each document are listed once.
 */
export function usesKey(document: Document, key: string): boolean {
  const keys = known.get(document) ?? new Set<string>()
  if (!known.has(document)) {
    for (const resource of document.resources.values()) addKeys(resource, keys as Set<string>)
    known.set(document, keys)
  }
  return keys.has(key)
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
