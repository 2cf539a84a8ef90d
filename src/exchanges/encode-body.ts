import type { EncodedBody } from '../client/requests/encode-body.ts'
import { encodeForm } from '../client/requests/encode-form.ts'
import { stringifyJson, type Json } from '../json.ts'
import { formEncodings } from '../operations/form-encodings.ts'
import { isUnder } from '../operations/media-types.ts'
import type { RequestBody } from '../operations/operation.ts'

/**
 * Serializes a body in its content type. `documented` is the body in the document. It defines the encodings of form
 * properties.
 */
export function encodeBody(contentType: string, body: Json, documented?: RequestBody): Promise<EncodedBody> {
  const mediaType = documented?.content.find(({ range }) => isUnder(contentType, range))
  return encodeForm(contentType, body, mediaType === undefined ? {} : formEncodings(mediaType), stringifyJson)
}
