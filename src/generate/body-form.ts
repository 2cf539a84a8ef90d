import { isForm } from '../client/requests/encode-body.ts'
import { isTextType } from '../client/requests/text-type.ts'
import { isObject, type Json } from '../json.ts'
import { isJson } from '../operations/media-types.ts'
import type { MediaType } from '../operations/operation.ts'
import type { Direction } from '../schemas/schema.ts'
import { typesOf } from '../schemas/types-of.ts'

/**
 * The form in which a client takes or returns a body: a value that the schema describes, a text, or bytes. `text or
 * bytes`: the media type of the message decides.
 */
export type BodyForm = 'schema' | 'text' | 'bytes' | 'text or bytes'

/**
 * Returns the form of a body. Clients convert only JSON bodies and form requests to values. For other media types, the
 * schema matters only if it describes a text.
 */
export function bodyForm({ range, schema }: MediaType, direction: Direction): BodyForm {
  if (range.includes('*') && describesBytes(schema?.value)) return 'text or bytes'
  if (isJson(range) || (direction === 'request' && isForm(range))) return 'schema'
  if (!isTextType(range)) return 'bytes'
  const types = schema === undefined ? [] : typesOf(schema, direction)
  return types.length > 0 && types.every((type) => type === 'string') ? 'schema' : 'text'
}

/** Returns the TypeScript type of a body that is not converted to a value. */
export function plainType(form: Exclude<BodyForm, 'schema'>, range: string, direction: Direction): string {
  if (direction === 'response') return { text: 'string', bytes: 'Blob', 'text or bytes': 'string | Blob' }[form]
  // For a range such as `image/*`, the caller gives the media type as the property `type` of the `Blob`.
  return form !== 'text' && range.includes('*') ? 'Blob' : 'string | Blob | Uint8Array'
}

function describesBytes(schema: Json | undefined): boolean {
  return isObject(schema) && schema['type'] === 'string' && schema['format'] === 'binary'
}
