import { isDeepStrictEqual } from 'node:util'
import { isArray, type Json, type JsonObject } from '../json.ts'
import { walkDocument } from './walk-document.ts'

/**
 * Converts an OpenAPI 3.0 file to 3.1. `nullable` becomes a type. A boolean `exclusiveMinimum` or `exclusiveMaximum`
 * becomes a number. Keys beside a `$ref` are removed, because 3.0 ignores them. OpenAPI 3.0.3 §4.7.24, 3.1.1 §4.8.24.
 */
export function liftTo31(root: Json): Json {
  return walkDocument(root, (value, _at, names) => {
    if (names) return value
    if (typeof value['$ref'] === 'string') return { $ref: value['$ref'] }
    return liftBound(liftBound(liftNullable(value), 'exclusiveMinimum', 'minimum'), 'exclusiveMaximum', 'maximum')
  })
}

function liftNullable(value: JsonObject): JsonObject {
  if (typeof value['nullable'] !== 'boolean') return value
  const { nullable, ...rest } = value
  if (!nullable) return rest
  const type = rest['type']
  if (typeof type === 'string') return { ...rest, type: [type, 'null'] }
  // OpenAPI 3.0.3 ignores `nullable` if there is no `type`. But beside `allOf`, `oneOf` or `anyOf`, authors want it to
  // allow null.
  const combined = 'allOf' in rest || 'oneOf' in rest || 'anyOf' in rest
  return combined ? { anyOf: [{ type: 'null' }, rest] } : rest
}

/**
 * True for an `anyOf` that `liftTo31` wrote for a nullable combination of schemas. Its first branch is null, its second
 * the original schema.
 */
export function isLiftedNullable({ anyOf, ...rest }: JsonObject): boolean {
  return isArray(anyOf) && anyOf.length === 2 && isDeepStrictEqual(anyOf[0], { type: 'null' }) && isEmpty(rest)
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0
}

function liftBound(value: JsonObject, exclusive: string, bound: string): JsonObject {
  if (typeof value[exclusive] !== 'boolean') return value
  const { [exclusive]: isExclusive, [bound]: limit, ...rest } = value
  if (limit === undefined) return rest
  return isExclusive ? { ...rest, [exclusive]: limit } : { ...rest, [bound]: limit }
}
