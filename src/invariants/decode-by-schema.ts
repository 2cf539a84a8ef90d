import { isArray, isObject, type Json, type JsonObject } from '../json.ts'
import type { Operation } from '../operations/operation.ts'
import { tokens } from '../document/json-pointer.ts'
import { listKeywords } from '../schemas/list-keywords.ts'
import { typesOf } from '../schemas/types-of.ts'
import { evaluate } from '../schemas/walk-value.ts'
import type { Direction, Keyword, Schema } from '../schemas/schema.ts'
import { decodeScalar } from './decode-scalar.ts'

const integerPointers = new WeakMap<readonly Keyword[], ReadonlySet<string>>()

const decoded = new WeakMap<object, Map<string, unknown>>()

/** A JSON value for CEL: what its schema calls an integer becomes a bigint, everything else stays. */
export function decodeBySchema(value: Json, schema: Schema, direction: Direction): unknown {
  if (typeof value !== 'object' || value === null) return decode(value, schema, direction)
  const key = `${direction} ${schema.address}`
  const ofValue = decoded.get(value) ?? new Map<string, unknown>()
  if (!ofValue.has(key)) decoded.set(value, ofValue.set(key, decode(value, schema, direction)))
  return ofValue.get(key)
}

function decode(value: Json, schema: Schema, direction: Direction): unknown {
  const integers = integersOf(schema, direction)
  const places = evaluate(schema, value, direction).filter(
    (each) => integers.has(each.pointer) && Number.isInteger(each.value),
  )
  let copy: unknown = value
  for (const { at, value: found } of places) copy = withValue(copy, tokens(at), BigInt(found as number))
  return copy
}

/** A copy with another value at a path; what is not on the path is shared. */
function withValue(owner: unknown, [token, ...rest]: readonly string[], value: unknown): unknown {
  if (token === undefined) return value
  if (isArray(owner)) return owner.map((item, index) => (String(index) === token ? withValue(item, rest, value) : item))
  return isObject(owner) ? { ...owner, [token]: withValue(owner[token], rest, value) } : owner
}

function integersOf(schema: Schema, direction: Direction): ReadonlySet<string> {
  const keywords = listKeywords(schema, direction)
  const known = integerPointers.get(keywords)
  if (known !== undefined) return known
  const pointers = new Set<string>(
    keywords
      .filter(({ name, value }) => name === 'type' && [value].flat().includes('integer'))
      .map(({ pointer }) => pointer),
  )
  integerPointers.set(keywords, pointers)
  return pointers
}

/** Path and query parameters by their schemas. */
export function decodeParameters(
  sent: { readonly path: JsonObject; readonly query: JsonObject },
  operation: Operation,
): { path: object; query: object } {
  const decode = (values: JsonObject, place: string): object =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        const parameter = operation.parameters.find((each) => each.name === name && each.in === place)
        if (parameter?.schema === undefined) return [name, value]
        const types = typesOf(parameter.schema)
        const scalar = typeof value === 'string' ? decodeScalar(value, types) : value
        return [name, types.includes('integer') && Number.isSafeInteger(scalar) ? BigInt(scalar as number) : scalar]
      }),
    )
  return { path: decode(sent.path, 'path'), query: decode(sent.query, 'query') }
}
