import { childOf, type Address, type Document } from '../../document/document.ts'
import { isArray, isObject, type JsonObject } from '../../json.ts'
import { followReference, schemaAt, type FoundSchema } from './follow-reference.ts'
import { keywordEntry } from './keyword-table.ts'

/** Returns the schemas that one schema object contains or references, each with the keyword that leads to it. */
export function schemasIn(document: Document, address: Address, value: JsonObject): [name: string, FoundSchema][] {
  const at = (name: string, ...path: (string | number)[]): [string, FoundSchema][] => {
    const found = schemaAt(document, childOf(address, name, ...path))
    return found === undefined ? [] : [[name, found]]
  }
  return Object.entries(value).flatMap(([name, keywordValue]): [string, FoundSchema][] => {
    switch (keywordEntry(name)?.role) {
      case 'schema':
        return at(name)
      case 'schemas':
        return isArray(keywordValue) ? keywordValue.flatMap((_, index) => at(name, index)) : []
      case 'schema-map':
        return isObject(keywordValue) ? Object.keys(keywordValue).flatMap((key) => at(name, key)) : []
      case 'reference': {
        const found = followReference(document, String(keywordValue), address)
        return found === undefined ? [] : [[name, found]]
      }
      default:
        return []
    }
  })
}

/**
 * Yields a schema and every schema that it leads to. Each is yielded once, nearest first. Only the keywords in
 * `through` are followed. Schemas whose addresses are in `seen` are left out; each yielded schema is added to `seen`.
 */
export function* reachableSchemas(
  document: Document,
  schema: FoundSchema,
  seen: Set<Address> = new Set(),
  through?: ReadonlySet<string>,
): Generator<FoundSchema> {
  if (seen.has(schema.address)) return
  seen.add(schema.address)
  const queue = [schema]
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    yield next
    if (!isObject(next.value)) continue
    for (const [name, found] of schemasIn(document, next.address, next.value)) {
      if (seen.has(found.address) || through?.has(name) === false) continue
      seen.add(found.address)
      queue.push(found)
    }
  }
}

/** Keywords whose subschema always applies to the same value as the schema that contains the keyword. */
export const ALWAYS_SAME_VALUE: ReadonlySet<string> = new Set(['$ref', 'allOf'])

/** Keywords whose subschema may apply to the same value as the schema that contains the keyword. */
export const SAME_VALUE: ReadonlySet<string> = new Set([
  ...ALWAYS_SAME_VALUE,
  ...['$dynamicRef', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas'],
])
