import type { Address, Document } from '../../document/document.ts'
import { valueAt } from '../../document/json-pointer.ts'
import { isObject, type JsonObject } from '../../json.ts'

/** A JSON Schema as written. */
export type SchemaValue = JsonObject | boolean

/** A schema and the address at which it is defined. */
export interface FoundSchema {
  readonly address: Address
  readonly value: SchemaValue
}

/** Returns the schema at an address. Its own `$ref` is not followed, because keywords beside the `$ref` apply too. */
export function schemaAt(document: Document, address: Address): FoundSchema | undefined {
  const hash = address.indexOf('#')
  const resource = document.resources.get(hash < 0 ? address : address.slice(0, hash))
  const value = valueAt(resource, hash < 0 ? '' : address.slice(hash + 1))
  return typeof value === 'boolean' || isObject(value) ? { address, value } : undefined
}

/** Returns the schema that a reference refers to, or undefined. JSON Schema 2020-12 Core §8.2. */
export function followReference(document: Document, reference: string, from: Address): FoundSchema | undefined {
  const target = targetOf(document, reference, from)
  return target === undefined ? undefined : schemaAt(document, target)
}

/**
 * Returns the target of a `$dynamicRef`. If the initial target has the anchor as a `$dynamicAnchor`, the target is the
 * outermost schema of the dynamic scope with that anchor; else it is the initial target. JSON Schema 2020-12 Core
 * §8.2.3.2.
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

/** The dynamic scope of a schema: maps each dynamic anchor to the address of the outermost schema with it. */
export type DynamicScope = ReadonlyMap<string, Address>

/** Returns the dynamic scope inside the schema resource that contains an address: `outer` if nothing is added. */
export function enterScope(document: Document, address: Address, outer: DynamicScope): DynamicScope {
  const added = [...document.dynamicAnchors(address)].filter(([anchor]) => !outer.has(anchor))
  return added.length === 0 ? outer : new Map([...outer, ...added])
}

/** Returns the address that a reference refers to, or undefined if it cannot be resolved. */
export function targetOf(document: Document, reference: string, from: Address): Address | undefined {
  try {
    return document.target(reference, from)
  } catch {
    return undefined
  }
}
