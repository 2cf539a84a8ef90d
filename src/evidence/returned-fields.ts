import type { Address } from '../document/document.ts'
import { pointer, tokens } from '../document/json-pointer.ts'
import { fieldsOf } from '../operations/read-update.ts'
import { typesOf } from '../schemas/types-of.ts'
import type { Schema } from '../schemas/schema.ts'
import { propertySchema } from '../schemas/property-schema.ts'
import { isForm } from '../client/encode-body.ts'
import { isJson } from '../operations/media-types.ts'
import type { Evidence } from './evidence.ts'

/** A field of the request body that the response returns. */
export interface ReturnedField {
  readonly name: string
  /** JSON Pointer into the response body. */
  readonly readsBack: string
  /** Pointer of the clause that promises the field. */
  readonly pointer: string
  /** The address at which the document promises the field. Set if no clause promises it. */
  readonly address?: Address
}

/** Matches the names of values that servers set themselves. Such a value may differ from the value in the request. */
export const SET_BY_SERVERS =
  /id$|uuid|version|revision|etag|created|updated|modified|changed|timestamp|password|secret|token|pin$/i

/**
 * Returns the fields that a body should contain with their sent values, after an accepted request. `shown` is the
 * schema of the body. If the operation has `x-update: partial`, these are the request fields that the response returns.
 * Otherwise they are the top-level properties that have the same name and type in both schemas, without read-only,
 * write-only and volatile properties, and without names such as `id`, whose values servers set themselves.
 */
export function returnedFields(
  { operation, mediaType, response, execution }: Evidence,
  shown: Schema | undefined,
): readonly ReturnedField[] {
  const { update } = operation
  const fields = fieldsOf(shown)
  if (update !== undefined) {
    // The GET that reads the resource may return fewer fields than the update.
    const isShown = (place: string): boolean => execution.readBy === undefined || fields.has(tokens(place)[0] ?? '')
    return update.fields.flatMap(({ name, readsBack }) =>
      readsBack === undefined || !isShown(readsBack) ? [] : [{ name, readsBack, pointer: `/x-update/${name}` }],
    )
  }
  const sent = operation.requestBody?.content.find(({ range }) => isJson(range) || isForm(range))?.schema
  if (sent === undefined || shown === undefined || response === undefined) return []
  const isOfResponse = shown === mediaType?.schema
  return [...fieldsOf(sent)].flatMap(([name, field]) => {
    const other = fields.get(name)
    // For an uploaded file, a server returns its name or address instead of its content.
    if (other === undefined || SET_BY_SERVERS.test(name) || field['format'] === 'binary') return []
    if (
      [field, other].some(
        (each) => each['readOnly'] === true || each['writeOnly'] === true || each['x-volatile'] === true,
      )
    )
      return []
    const [inRequest, inResponse] = [propertySchema(sent, name), propertySchema(shown, name)]
    if (inRequest === undefined || inResponse === undefined) return []
    const types = typesOf(inResponse)
    if (!typesOf(inRequest, 'request').some((type) => types.includes(type))) return []
    const place = isOfResponse ? inResponse.pointer : response.pointer
    return [{ name, readsBack: pointer(name), pointer: place, address: inResponse.address }]
  })
}
