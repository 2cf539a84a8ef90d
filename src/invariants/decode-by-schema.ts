import { isArray, isObject, type Json, type JsonObject } from '../json.ts'
import type { Operation } from '../operations/operation.ts'
import { tokens } from '../document/json-pointer.ts'
import { listKeywords } from '../schemas/list-keywords.ts'
import { typesOf } from '../schemas/types-of.ts'
import { evaluate } from '../schemas/walk-value.ts'
import type { Direction, Schema } from '../schemas/schema.ts'
import { decodeScalar } from './decode-scalar.ts'

const integerPointers = new WeakMap<object, ReadonlySet<string>>()

/** A JSON value for CEL: what its schema calls an integer becomes a bigint, everything else stays. */
export function decodeBySchema(value: Json, schema: Schema, direction: Direction): unknown {
  const integers = integersOf(schema, direction)
  const places = evaluate(schema, value, direction).filter(
    (each) => integers.has(each.pointer) && Number.isInteger(each.value),
  )
  if (places.length === 0) return value
  const copy: unknown = structuredClone(value)
  for (const { at, value: found } of places) {
    if (at === '') return BigInt(found as number)
    setAt(copy, tokens(at), BigInt(found as number))
  }
  return copy
}

function integersOf(schema: Schema, direction: Direction): ReadonlySet<string> {
  const key = typeof schema.value === 'object' ? schema.value : schema
  const known = integerPointers.get(key)
  if (known !== undefined) return known
  const pointers = new Set<string>(
    listKeywords(schema, direction)
      .filter((keyword) => keyword.name === 'type' && [keyword.value].flat().includes('integer'))
      .map((keyword) => keyword.pointer),
  )
  integerPointers.set(key, pointers)
  return pointers
}

function setAt(root: unknown, path: readonly string[], value: unknown): void {
  let owner = root
  for (const token of path.slice(0, -1))
    owner = isArray(owner) ? owner[Number(token)] : isObject(owner) ? owner[token] : undefined
  const last = path.at(-1)
  if (typeof owner === 'object' && owner !== null && last !== undefined) Reflect.set(owner, last, value)
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
