import type { Address, Document } from '../../document/document.ts'
import { valueAt } from '../../document/json-pointer.ts'
import { isObject, type JsonObject } from '../../json.ts'

/** A JSON Schema, as written in the document. */
export type SchemaValue = JsonObject | boolean

/** A schema and its address in the document. */
export interface FoundSchema {
  readonly address: Address
  readonly value: SchemaValue
}

/**
 * Returns the schema at an address. Does not follow a `$ref` in this schema, because the keywords next to `$ref` apply
 * too.
 */
export function schemaAt(document: Document, address: Address): FoundSchema | undefined {
  const hash = address.indexOf('#')
  const resource = document.resources.get(hash < 0 ? address : address.slice(0, hash))
  const value = valueAt(resource, hash < 0 ? '' : address.slice(hash + 1))
  return typeof value === 'boolean' || isObject(value) ? { address, value } : undefined
}

/**
 * Returns the schema that a reference points to. Returns undefined if it does not exist. JSON Schema 2020-12 Core §8.2.
 */
export function followReference(document: Document, reference: string, from: Address): FoundSchema | undefined {
  const target = referenceTarget(document, reference, from)
  return target === undefined ? undefined : schemaAt(document, target)
}

/**
 * Returns the schema that a `$dynamicRef` points to. At first, it is resolved like a `$ref`. If the target has the
 * `$dynamicAnchor` that the reference names, the outermost schema in `scope` with the same `$dynamicAnchor` is returned
 * instead. JSON Schema 2020-12 Core §8.2.3.2.
 */
export function followDynamicReference(
  document: Document,
  reference: string,
  from: Address,
  scope: DynamicScope,
): FoundSchema | undefined {
  const initial = followReference(document, reference, from)
  const anchor = reference.slice(reference.indexOf('#') + 1)
  if (initial === undefined || !isObject(initial.value) || initial.value['$dynamicAnchor'] !== anchor) return initial
  const outermost = scope.get(anchor)
  return outermost === undefined ? initial : schemaAt(document, outermost)
}

/**
 * For each `$dynamicAnchor`, the address of the outermost schema with this anchor. JSON Schema calls this map the
 * dynamic scope.
 */
export type DynamicScope = ReadonlyMap<string, Address>

/**
 * Returns the dynamic scope inside the schema resource at `address`. It consists of `outer` and the anchors of this
 * resource. Returns `outer` itself if the resource has no new anchors.
 */
export function enterScope(document: Document, address: Address, outer: DynamicScope): DynamicScope {
  const added = [...document.dynamicAnchors(address)].filter(([anchor]) => !outer.has(anchor))
  return added.length === 0 ? outer : new Map([...outer, ...added])
}

/** Returns the address that a reference points to. Returns undefined if nothing exists there. */
export function referenceTarget(document: Document, reference: string, from: Address): Address | undefined {
  try {
    return document.target(reference, from)
  } catch {
    return undefined
  }
}
