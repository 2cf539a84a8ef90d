import type { Case } from '../../cases/case.ts'
import { pointer } from '../../document/json-pointer.ts'
import { resourceSchema } from '../../evidence/response/documented-part.ts'
import { sharedFields } from '../../evidence/response/returned-fields.ts'
import type { ProducedValue } from '../../journeys/operation-graph.ts'
import { isArray, isObject } from '../../json.ts'
import { isJson } from '../../operations/media-types.ts'
import type { Operation } from '../../operations/operation.ts'
import { compileSchema } from '../../schemas/check-value.ts'

/** The media type of JSON Patch. RFC 6902 §6. */
const JSON_PATCH = 'application/json-patch+json'

/**
 * Returns a JSON Patch that replaces one text of a created object. RFC 6902 §4.3 requires that this property exists.
 * Therefore takes a property that the POST requires and the GET returns. Returns undefined if there is no such
 * property, or if the PATCH does not accept JSON Patch.
 */
export function jsonPatchFor(
  patch: Operation | undefined,
  reading: Operation | undefined,
  { producers }: ProducedValue,
): Partial<Case['send']> | undefined {
  const takesPatch = patch?.requestBody?.content.some(({ range }) => range.split(';')[0]?.trim() === JSON_PATCH)
  const creation = producers.find(({ kind }) => kind === 'create')?.operation
  const sent = creation?.requestBody?.content.find(({ range }) => isJson(range))?.schema
  const shown = reading && resourceSchema(reading)
  if (takesPatch !== true || sent === undefined || shown === undefined) return undefined
  const required = isObject(sent.value) ? sent.document.resolve(sent.address).value : undefined
  const names = isObject(required) && isArray(required['required']) ? required['required'] : []
  const value = 'changed by the gate'
  const found = [...sharedFields({ sent, shown })].find(
    ([name, schemas]) => names.includes(name) && compileSchema(schemas.sent).isValid(value, 'request'),
  )
  if (found === undefined) return undefined
  return { contentType: JSON_PATCH, body: [{ op: 'replace', path: pointer(found[0]), value }] }
}
