import { isDeepStrictEqual } from 'node:util'
import { isArray, isObject, type Json, type JsonObject } from '../json.ts'
import { pointer, tokens } from './json-pointer.ts'
import { walkDocument } from './walk-document.ts'

/**
 * Converts an OpenAPI 3.0 file to 3.1. `nullable` becomes a type, boolean `exclusiveMinimum` and `exclusiveMaximum`
 * become numbers, and keys beside a `$ref` are removed. OpenAPI 3.0.3 §4.7.24, 3.1.1 §4.8.24.
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
  // OpenAPI 3.0.3 ignores `nullable` without `type`. But authors write `nullable` beside `allOf`, `oneOf` or `anyOf` to
  // permit null.
  const combined = 'allOf' in rest || 'oneOf' in rest || 'anyOf' in rest
  return combined ? { anyOf: [{ type: 'null' }, rest] } : rest
}

/** True for an `anyOf` that `liftTo31` made for `nullable`: one branch is null, the other is the original schema. */
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

/**
 * Converts an OpenAPI 3.2 file to 3.1. `itemSchema` of a stream becomes `items` of its `schema`, because a stream
 * counts as a list. `dataValue` of an example becomes `value`. Other fields of 3.2 stay unchanged. OpenAPI 3.2.0 §4.14,
 * §4.19.
 */
export function lift32To31(root: Json): Json {
  return walkDocument(root, (value, at, names) => {
    if (names) return value
    const owner = tokens(at).at(-2)
    if (owner === 'content' || owner === 'mediaTypes') return liftItemSchema(value)
    return owner === 'examples' ? liftDataValue(value) : value
  })
}

function liftItemSchema(value: JsonObject): JsonObject {
  const { itemSchema, schema, ...rest } = value
  if (itemSchema === undefined) return value
  return { ...rest, schema: { ...(schema === undefined ? {} : { allOf: [schema] }), items: itemSchema } }
}

function liftDataValue(value: JsonObject): JsonObject {
  const { dataValue, ...rest } = value
  return dataValue === undefined || 'value' in value ? value : { ...rest, value: dataValue }
}

/**
 * Returns the JSON Pointer of a value in a file of OpenAPI 3.2. `at` is the pointer to the same value after the
 * conversion to 3.1.
 */
export function placeIn32(root: Json, at: string): string {
  let place = ''
  let value: Json | undefined = root
  for (let rest = tokens(at); rest.length > 0;) {
    const { written, taken } = stepIn32(value, rest)
    for (const key of written) value = isArray(value) ? value[Number(key)] : isObject(value) ? value[key] : undefined
    place += pointer(...written)
    rest = rest.slice(taken)
  }
  return place
}

function stepIn32(value: Json | undefined, path: readonly string[]): { written: readonly string[]; taken: number } {
  const [key = '', next, third] = path
  if (isObject(value) && key === 'schema' && value['itemSchema'] !== undefined) {
    if (next === 'items') return { written: ['itemSchema'], taken: 2 }
    if (next === 'allOf' && third === '0') return { written: ['schema'], taken: 3 }
  }
  const isData = isObject(value) && key === 'value' && !('value' in value) && 'dataValue' in value
  return { written: [isData ? 'dataValue' : key], taken: 1 }
}
