import { childOf, type Document } from '../../document/document.ts'
import { usesKey } from '../../document/uses-key.ts'
import { isObject } from '../../json.ts'
import type { Direction } from '../schema.ts'
import { schemaAt, type FoundSchema } from './follow-reference.ts'
import { ALWAYS_SAME_VALUE, reachableSchemas } from './reachable-schemas.ts'

/** A set of property names. */
export type NameSet = ReadonlySet<string>
export const NO_NAMES: NameSet = new Set()

/**
 * Returns the properties that are not sent in a direction: `readOnly` properties in requests, `writeOnly` properties in
 * responses. They may be absent even if `required` lists them. OpenAPI 3.1 §4.8.24.
 */
export function hiddenNames(document: Document, schema: FoundSchema, direction: Direction): NameSet {
  const annotation = direction === 'request' ? 'readOnly' : 'writeOnly'
  if (!usesKey(document, annotation)) return NO_NAMES
  const names = new Set<string>()
  for (const { address, value } of sameValue(document, schema)) {
    const properties = isObject(value) ? value['properties'] : undefined
    if (!isObject(properties)) continue
    for (const name of Object.keys(properties)) {
      const property = schemaAt(document, childOf(address, 'properties', name))
      if (property !== undefined && sameValue(document, property).some((one) => hasAnnotation(one, annotation)))
        names.add(name)
    }
  }
  return names.size === 0 ? NO_NAMES : names
}

function hasAnnotation({ value }: FoundSchema, annotation: string): boolean {
  return isObject(value) && value[annotation] === true
}

function sameValue(document: Document, schema: FoundSchema): FoundSchema[] {
  return [...reachableSchemas(document, schema, new Set(), ALWAYS_SAME_VALUE)]
}
