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

function targetOf(document: Document, reference: string, from: Address): Address | undefined {
  try {
    return document.target(reference, from)
  } catch {
    return undefined
  }
}
