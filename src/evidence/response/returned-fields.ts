import type { Address } from '../../document/document.ts'
import { pointer, tokens } from '../../document/json-pointer.ts'
import type { UpdateRule } from '../../operations/annotations.ts'
import { fieldsOf } from '../../operations/read/read-update.ts'
import { typesOf } from '../../schemas/types-of.ts'
import type { Schema } from '../../schemas/schema.ts'
import { additionalSchema, propertySchema } from '../../schemas/property-schema.ts'
import { isForm } from '../../client/requests/encode-body.ts'
import { isJson } from '../../operations/media-types.ts'
import type { JsonObject } from '../../json.ts'
import type { Evidence } from '../evidence.ts'

/** A request field that the response should contain too. */
export interface ReturnedField {
  readonly name: string
  /** The JSON Pointer of the field in the response body. */
  readonly readsBack: string
  /** The JSON Pointer of the clause that promises the field in the response. */
  readonly pointer: string
  /** The address of the schema that promises the field, if no clause promises it. */
  readonly address?: Address
  /** The field's schemas in request and response. Undefined for `x-update: partial`. */
  readonly schemas?: FieldSchemas
}

/** The schemas of a field in the request and in the response. */
export interface FieldSchemas {
  readonly sent: Schema
  readonly shown: Schema
}

/** Matches names of properties that servers often set themselves, such as `updatedAt`. */
export const SET_BY_SERVERS =
  /id$|uuid|version|revision|etag|created|updated|modified|changed|timestamp|password|secret|token|pin$/i

/**
 * Returns the request fields that a body should contain with their sent values, after an accepted request. The body
 * comes from the response or from a later read, and `shown` is its schema. With `x-update: partial`, these are the
 * fields of the update that the resource shows. Otherwise they are the top-level `sharedFields`.
 */
export function returnedFields(
  { operation, mediaType, response, execution }: Evidence,
  shown: Schema | undefined,
): readonly ReturnedField[] {
  const { update } = operation
  if (update !== undefined) {
    const fields = fieldsOfUpdate(update)
    if (execution.readBy === undefined) return fields
    // The GET of the resource may return fewer fields than the update. Fields that the GET does not return are left
    // out.
    const ofRead = fieldsOf(shown)
    return fields.filter(({ readsBack }) => ofRead.has(tokens(readsBack)[0] ?? ''))
  }
  const sent = operation.requestBody?.content.find(({ range }) => isJson(range) || isForm(range))?.schema
  if (sent === undefined || shown === undefined || response === undefined) return []
  const isOfResponse = shown === mediaType?.schema
  return [...sharedFields({ sent, shown })].map(([name, schemas]) => {
    const place = isOfResponse ? schemas.shown.pointer : response.pointer
    return { name, readsBack: pointer(name), pointer: place, address: schemas.shown.address, schemas }
  })
}

/** Returns the fields of `x-update: partial` that the resource shows. Cached, because each exchange needs them. */
function fieldsOfUpdate(update: UpdateRule): readonly ReturnedField[] {
  const known = fieldsOfUpdates.get(update)
  if (known !== undefined) return known
  const fields = update.fields.flatMap(({ name, readsBack }) =>
    readsBack === undefined ? [] : [{ name, readsBack, pointer: `/x-update/${name}` }],
  )
  fieldsOfUpdates.set(update, fields)
  return fields
}

const fieldsOfUpdates = new WeakMap<UpdateRule, readonly ReturnedField[]>()

/**
 * Returns the properties that have the same name and type in both schemas. Leaves out read-only, write-only and
 * volatile properties, and names such as `id` that servers set. Includes a property of `value` if both schemas describe
 * it by `additionalProperties`.
 */
export function sharedFields({ sent, shown }: FieldSchemas, value: JsonObject = {}): ReadonlyMap<string, FieldSchemas> {
  const [inSent, inShown] = [fieldsOf(sent), fieldsOf(shown)]
  const names = new Set([...inSent.keys(), ...Object.keys(value)])
  const shared = new Map<string, FieldSchemas>()
  for (const name of names) {
    const fields = [inSent.get(name), inShown.get(name)].filter((each) => each !== undefined)
    if (fields.length === 1 || SET_BY_SERVERS.test(name) || fields.some(isSetElsewhere)) continue
    const schemaOf = fields.length === 0 ? additionalSchema : propertySchema
    const [inRequest, inResponse] = [schemaOf(sent, name), schemaOf(shown, name)]
    if (inRequest === undefined || inResponse === undefined) continue
    const types = typesOf(inResponse)
    if (!typesOf(inRequest, 'request').some((type) => types.includes(type))) continue
    shared.set(name, { sent: inRequest, shown: inResponse })
  }
  return shared
}

function isSetElsewhere(field: JsonObject): boolean {
  // For an uploaded file (`binary`), servers return the name or URL instead of the content.
  return field['format'] === 'binary' || ['readOnly', 'writeOnly', 'x-volatile'].some((name) => field[name] === true)
}
