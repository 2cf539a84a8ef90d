import type { Address, Document } from '../../document/document.ts'
import { valueAt } from '../../document/json-pointer.ts'
import { isObject, type JsonObject } from '../../json.ts'

export type SchemaValue = JsonObject | boolean

export interface FoundSchema {
  readonly address: Address
  readonly value: SchemaValue
}

/** The schema at an address; its own `$ref` is not followed, because its siblings apply too. */
export function schemaAt(document: Document, address: Address): FoundSchema | undefined {
  const hash = address.indexOf('#')
  const resource = document.resources.get(hash < 0 ? address : address.slice(0, hash))
  const value = valueAt(resource, hash < 0 ? '' : address.slice(hash + 1))
  return typeof value === 'boolean' || isObject(value) ? { address, value } : undefined
}

/** The target of a reference; undefined if it is unresolved. JSON Schema 2020-12 Core §8.2. */
export function followReference(document: Document, reference: string, from: Address): FoundSchema | undefined {
  const target = targetOf(document, reference, from)
  return target === undefined ? undefined : schemaAt(document, target)
}

/**
 * The target of a `$dynamicRef` in a dynamic scope: the outermost schema with the anchor, if the initial target has it
 * as a `$dynamicAnchor`; else the initial target. JSON Schema 2020-12 Core §8.2.3.2.
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

/** The dynamic scope of a schema: each dynamic anchor, and the address of the outermost schema that has it. */
export type DynamicScope = ReadonlyMap<string, Address>

/** The scope inside the schema resource that contains an address; the same object if nothing is added. */
export function enterScope(document: Document, address: Address, outer: DynamicScope): DynamicScope {
  const added = [...document.dynamicAnchors(address)].filter(([anchor]) => !outer.has(anchor))
  return added.length === 0 ? outer : new Map([...outer, ...added])
}

function targetOf(document: Document, reference: string, from: Address): Address | undefined {
  try {
    return document.target(reference, from)
  } catch {
    return undefined
  }
}
