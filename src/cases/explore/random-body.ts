import type { MediaType, Operation } from '../../operations/operation.ts'
import { contentTypeUnder } from '../../operations/media-types.ts'
import type { Schema } from '../../schemas/schema.ts'
import { bodyMediaType } from '../values/body-values.ts'
import type { BaseRequest } from '../plan-context.ts'

/** A request body for which random values can be generated. */
export interface RandomBody {
  readonly mediaType: MediaType
  readonly schema: Schema
  readonly required: boolean
  readonly contentType?: string
}

/**
 * Returns the request body of the operation in the media type of the base request. Returns undefined if the media type
 * has no schema.
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
