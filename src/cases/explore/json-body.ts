import type { Operation } from '../../operations/operation.ts'
import type { Schema } from '../../schemas/schema.ts'
import { contentTypeUnder, isJson } from '../../operations/media-types.ts'
import type { BaseRequest } from '../plan-context.ts'

/** The JSON body that an operation takes. */
export interface JsonBody {
  readonly schema: Schema
  readonly required: boolean
  readonly contentType?: string
}

/** The JSON body of an operation, if random bodies can replace the base request's. */
export function jsonBodyOf({ requestBody }: Operation, base: BaseRequest): JsonBody | undefined {
  const mediaType = requestBody?.content.find(({ range }) => isJson(range))
  if (requestBody === undefined || mediaType?.schema === undefined) return undefined
  // The base request sends a form if no JSON value could be drawn.
  if (base.contentType !== undefined && !isJson(base.contentType)) return undefined
  const contentType = base.contentType ?? contentTypeUnder(mediaType.range)
  return {
    schema: mediaType.schema,
    required: requestBody.required,
    ...(contentType === undefined ? {} : { contentType }),
  }
}
