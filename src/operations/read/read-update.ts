import { asObject, isArray, isObject, type JsonObject } from '../../json.ts'
import { cursorAt, type Cursor } from '../cursor.ts'
import type { UpdateField, UpdateRule } from '../annotations.ts'
import type { RequestBody, Response } from '../operation.ts'
import { childOf } from '../../document/document.ts'
import type { Schema } from '../../schemas/schema.ts'

/**
 * Reads `x-update: partial`, and the annotations of the request and response fields. Returns undefined for an operation
 * without `x-update: partial`.
 */
export function readUpdate(
  operation: Cursor,
  requestBody: RequestBody | undefined,
  responses: readonly Response[],
): UpdateRule | undefined {
  if (operation.value['x-update'] !== 'partial') return undefined
  const success = responses.find((response) => response.status.startsWith('2'))
  const sent = fieldsOf(requestBody?.content[0]?.schema)
  const shown = fieldsOf(success?.content[0]?.schema)
  const follows = new Map<string, readonly string[]>()
  for (const [name, field] of shown) {
    const followed = field['x-follows']
    if (isArray(followed)) follows.set(name, followed.map(String))
  }
  return {
    address: childOf(operation.address, 'x-update'),
    fields: [...sent].map(([name, field]) => updateField(name, field, shown)),
    volatile: [...shown].filter(([, field]) => field['x-volatile'] === true).map(([name]) => name),
    follows,
  }
}

function updateField(name: string, field: JsonObject, shown: ReadonlyMap<string, JsonObject>): UpdateField {
  const said = field['x-reads-back']
  const readsBack = typeof said === 'string' ? said : said !== false && shown.has(name) ? `/${name}` : undefined
  return { name, isServerData: field['x-server-data'] === true, ...(readsBack === undefined ? {} : { readsBack }) }
}

/**
 * Returns the properties of an object schema by name, including those in `allOf`. If a property has a `$ref`, its
 * keywords are joined with those of the target.
 */
export function fieldsOf(schema: Schema | undefined): ReadonlyMap<string, JsonObject> {
  if (schema === undefined || typeof schema.value === 'boolean') return new Map()
  const known = fieldsOfSchema.get(schema.value)
  if (known !== undefined) return known
  const fields = new Map<string, JsonObject>()
  collect(cursorAt(schema.document, schema.address, ''), fields, new Set())
  fieldsOfSchema.set(schema.value, fields)
  return fields
}

/** The cached properties of each schema. They are needed for every update. */
const fieldsOfSchema = new WeakMap<JsonObject, ReadonlyMap<string, JsonObject>>()

function collect(cursor: Cursor, fields: Map<string, JsonObject>, seen: Set<string>): void {
  if (seen.has(cursor.address)) return
  seen.add(cursor.address)
  const { document, address, value } = cursor
  if (typeof value['$ref'] === 'string')
    collect(cursorAt(document, document.target(value['$ref'], address), ''), fields, seen)
  if (isArray(value['allOf'])) {
    value['allOf'].forEach((_, index) =>
      collect(cursorAt(document, childOf(address, 'allOf', index), ''), fields, seen),
    )
  }
  const properties = value['properties']
  if (!isObject(properties)) return
  for (const [name, property] of Object.entries(properties)) {
    if (!isObject(property)) continue
    const at = childOf(address, 'properties', name)
    const target =
      typeof property['$ref'] === 'string' ? document.resolve(document.target(property['$ref'], at)).value : {}
    fields.set(name, { ...asObject(target), ...property })
  }
}
