import type { Address } from '../../document/document.ts'
import { pointer } from '../../document/json-pointer.ts'
import { isArray, isObject, type Json, type JsonObject } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'
import { listUnknownFields } from '../../schemas/list-unknown-fields.ts'
import type { Schema } from '../../schemas/schema.ts'
import { isJson } from '../../operations/media-types.ts'

/**
 * Returns the schema of the resource that an operation returns. It is the schema of the first 2xx response with JSON.
 * Cached.
 */
export function resourceSchema(operation: Operation): Schema | undefined {
  const known = resourceSchemas.get(operation)
  if (known !== undefined) return known.schema
  const success = operation.responses.find(({ status }) => status.startsWith('2'))
  const schema = success?.content.find(({ range }) => isJson(range))?.schema
  resourceSchemas.set(operation, { schema })
  return schema
}

const resourceSchemas = new WeakMap<Operation, { readonly schema: Schema | undefined }>()

/** True if two schemas have the same address. For a reference, the address of its target counts. */
export function isSameSchema(one: Schema | undefined, other: Schema | undefined): boolean {
  if (one === undefined || other === undefined) return false
  return one === other || targetOf(one) === targetOf(other)
}

function targetOf({ document, address, value }: Schema): Address {
  return isObject(value) && typeof value['$ref'] === 'string' ? document.target(value['$ref'], address) : address
}

/**
 * Returns a copy of `value` without its undocumented properties, at any depth. If `schema` is undefined, returns all of
 * `value`.
 */
export function documentedPart(value: JsonObject, schema: Schema | undefined): JsonObject {
  if (schema === undefined) return value
  const unknown = new Map<string, Set<string>>()
  for (const { at, name } of listUnknownFields(schema, value, 'response')) {
    unknown.set(at, (unknown.get(at) ?? new Set()).add(name))
  }
  if (unknown.size === 0) return value
  const part = without(value, '', unknown)
  return isObject(part) ? part : value
}

function without(value: Json, at: string, unknown: ReadonlyMap<string, ReadonlySet<string>>): Json {
  if (isArray(value)) return value.map((item, index) => without(item, `${at}/${index}`, unknown))
  if (!isObject(value)) return value
  const left = unknown.get(at)
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => left?.has(name) !== true)
      .map(([name, property]) => [name, without(property, at + pointer(name), unknown)]),
  )
}
