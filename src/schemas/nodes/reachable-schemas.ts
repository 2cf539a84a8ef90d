import { childOf, type Address, type Document } from '../../document/document.ts'
import { isArray, isObject, type JsonObject } from '../../json.ts'
import { followReference, schemaAt, type FoundSchema } from './follow-reference.ts'
import { keywordEntry } from './keyword-table.ts'

/**
 * Returns the schemas that a schema directly contains or references, each with the keyword that leads to it. With
 * `through`, considers only these keywords.
 */
export function schemasIn(
  document: Document,
  address: Address,
  value: JsonObject,
  through?: ReadonlySet<string>,
): [name: string, FoundSchema][] {
  const at = (name: string, ...path: (string | number)[]): [string, FoundSchema][] => {
    const found = schemaAt(document, childOf(address, name, ...path))
    return found === undefined ? [] : [[name, found]]
  }
  return Object.entries(value).flatMap(([name, keywordValue]): [string, FoundSchema][] => {
    if (through?.has(name) === false) return []
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
 * Yields a schema and every schema that can be reached from it, each once, the nearest first. Follows only the keywords
 * in `through`. Skips the addresses in `seen`, and adds each yielded address to `seen`.
 */
export function* reachableSchemas(
  document: Document,
  schema: FoundSchema,
  seen: Pick<Set<Address>, 'has' | 'add'> = new Set<Address>(),
  through?: ReadonlySet<string>,
): Generator<FoundSchema> {
  if (seen.has(schema.address)) return
  seen.add(schema.address)
  const queue = [schema]
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    yield next
    if (!isObject(next.value)) continue
    for (const [, found] of schemasIn(document, next.address, next.value, through)) {
      if (seen.has(found.address)) continue
      seen.add(found.address)
      queue.push(found)
    }
  }
}

/** Keywords whose subschema always checks the same value as the schema around it. */
export const ALWAYS_SAME_VALUE: ReadonlySet<string> = new Set(['$ref', 'allOf'])

/** Keywords whose subschema checks, at least sometimes, the same value as the schema around it. */
export const SAME_VALUE: ReadonlySet<string> = new Set([
  ...ALWAYS_SAME_VALUE,
  ...['$dynamicRef', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas'],
])
