import { childOf, type Document } from '../../document/document.ts'
import { isArray, isObject } from '../../json.ts'
import type { Direction } from '../schema.ts'
import { followReference, schemaAt, type FoundSchema } from './follow-reference.ts'

export type Names = ReadonlySet<string>
export const NO_NAMES: Names = new Set()

/**
 * The properties of an object schema that do not travel this way: `readOnly` ones in a request, `writeOnly` ones in a
 * response. They may be `required` and still be absent. OpenAPI 3.1 §4.8.24 (`required` affects the other way only).
 */
export function hiddenNames(document: Document, schema: FoundSchema, direction: Direction): Names {
  const annotation = direction === 'request' ? 'readOnly' : 'writeOnly'
  if (!isUsed(document, annotation)) return NO_NAMES
  const names = new Set<string>()
  for (const each of sameValue(document, schema)) {
    const properties = isObject(each.value) ? each.value['properties'] : undefined
    if (!isObject(properties)) continue
    for (const name of Object.keys(properties)) {
      const property = schemaAt(document, childOf(each.address, 'properties', name))
      if (property !== undefined && sameValue(document, property).some((one) => says(one, annotation))) names.add(name)
    }
  }
  return names.size === 0 ? NO_NAMES : names
}

const used = new WeakMap<Document, Map<string, boolean>>()

/** Most documents use neither annotation: one look at their text spares a look at every schema. */
function isUsed(document: Document, annotation: string): boolean {
  const known = used.get(document) ?? new Map<string, boolean>()
  used.set(document, known)
  const already = known.get(annotation)
  if (already !== undefined) return already
  const found = [...document.resources.values()].some((each) => JSON.stringify(each).includes(`"${annotation}":true`))
  known.set(annotation, found)
  return found
}

function says({ value }: FoundSchema, annotation: string): boolean {
  return isObject(value) && value[annotation] === true
}

/** A schema and everything that always applies to the same value: `$ref` and `allOf`. */
function sameValue(document: Document, schema: FoundSchema): FoundSchema[] {
  const all = new Map<string, FoundSchema>()
  const queue = [schema]
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { address, value } = next
    if (all.has(address)) continue
    all.set(address, next)
    if (!isObject(value)) continue
    const { $ref: reference, allOf } = value
    const referenced = typeof reference === 'string' ? followReference(document, reference, address) : undefined
    if (referenced !== undefined) queue.push(referenced)
    for (const index of isArray(allOf) ? allOf.keys() : []) {
      const branch = schemaAt(document, childOf(address, 'allOf', index))
      if (branch !== undefined) queue.push(branch)
    }
  }
  return [...all.values()]
}
