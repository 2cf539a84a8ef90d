import { encodeBody as encode, type EncodedBody } from '../client/encode-body.ts'
import { stringifyJson, type Json } from '../json.ts'
import { formEncodings } from '../operations/form-encodings.ts'
import { isUnder } from '../operations/media-types.ts'
import type { RequestBody } from '../operations/operation.ts'

/** Writes a body as the documented media type for its content type requires. */
export function encodeBody(contentType: string, body: Json, documented?: RequestBody): Promise<EncodedBody> {
  const mediaType = documented?.content.find(({ range }) => isUnder(contentType, range))
  return encode(contentType, body, mediaType === undefined ? {} : formEncodings(mediaType), stringifyJson)
}
