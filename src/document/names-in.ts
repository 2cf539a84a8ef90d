import { isArray, isObject, type Json } from '../json.ts'
import type { Document } from './document.ts'

/** Returns all names in a document: object keys, required properties, and discriminator properties. */
export function namesIn(document: Document): ReadonlySet<string> {
  const already = known.get(document)
  if (already !== undefined) return already
  const names = new Set<string>()
  for (const resource of document.resources.values()) collect(resource, names)
  known.set(document, names)
  return names
}

/** A cache of names by document, because every finding needs the names in its document. */
const known = new WeakMap<Document, ReadonlySet<string>>()

/** Keywords whose values are property names. */
const NAMING = new Set(['required', 'dependentRequired', 'propertyName'])

function collect(root: Json, names: Set<string>): void {
  const waiting: { readonly value: Json; readonly isNaming: boolean }[] = [{ value: root, isNaming: false }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, isNaming } = next
    if (isNaming && typeof value === 'string') names.add(value)
    if (isArray(value)) for (const item of value) waiting.push({ value: item, isNaming })
    else if (isObject(value)) {
      for (const [name, below] of Object.entries(value)) {
        names.add(name)
        waiting.push({ value: below, isNaming: isNaming || NAMING.has(name) })
      }
    }
  }
}
