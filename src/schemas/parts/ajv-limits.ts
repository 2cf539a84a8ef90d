import { isArray, isObject } from '../../json.ts'
import type { Schema } from '../schema.ts'
import { reachableSchemas } from '../nodes/reachable-schemas.ts'

/**
 * Whether a schema says something that Ajv 8 misreads, so that our own walk must judge alone: `unevaluatedItems` sees
 * what `contains` evaluated (Core §11.2); an empty array breaks `contains` beside `prefixItems` too (Ajv leaves it
 * unasked unless it collects all errors); and a member may be called `__proto__`.
 */
export function isAjvAtALoss(schema: Schema): boolean {
  let contains = false
  let unevaluatedItems = false
  for (const { value } of reachableSchemas(schema.document, schema)) {
    if (!isObject(value)) continue
    contains ||= value['contains'] !== undefined
    unevaluatedItems ||= value['unevaluatedItems'] !== undefined
    if (contains && unevaluatedItems) return true
    if (value['contains'] !== undefined && value['prefixItems'] !== undefined) return true
    const { required, properties, dependentRequired, dependentSchemas } = value
    if (isArray(required) && required.includes('__proto__')) return true
    if (
      [properties, dependentRequired, dependentSchemas].some((map) => isObject(map) && Object.hasOwn(map, '__proto__'))
    ) {
      return true
    }
  }
  return false
}
