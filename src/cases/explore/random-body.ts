import type { MediaType, Operation } from '../../operations/operation.ts'
import { contentTypeUnder } from '../../operations/media-types.ts'
import type { Schema } from '../../schemas/schema.ts'
import { bodyMediaType } from '../values/body-values.ts'
import type { BaseRequest } from '../plan-context.ts'

/** The media type and schema for which random request bodies are generated. */
export interface RandomBody {
  readonly mediaType: MediaType
  readonly schema: Schema
  readonly required: boolean
  readonly contentType?: string
}

/**
 * Returns the media type and schema for random bodies. The media type is that of the base request. Returns undefined if
 * this media type has no schema.
 */
export function randomBodyOf(operation: Operation, base: BaseRequest): RandomBody | undefined {
  const mediaType = bodyMediaType(operation, base)
  if (mediaType?.schema === undefined) return undefined
  const contentType = base.contentType ?? contentTypeUnder(mediaType.range)
  return {
    mediaType,
    schema: mediaType.schema,
    required: operation.requestBody?.required === true,
    ...(contentType === undefined ? {} : { contentType }),
  }
}
