import { isJson } from '../operations/media-types.ts'
import type { MediaType, Operation } from '../operations/operation.ts'
import { bodyUnder } from './base-request.ts'
import { bodyMediaType } from './body-values.ts'
import type { BaseRequest, PlanContext } from './plan-context.ts'

/** A media type of the body, and the base request with a body of it. */
export interface OtherBody {
  readonly mediaType: MediaType
  readonly base: BaseRequest
}

/** Returns the base request with each other media type that the gate can write, unless scenarios choose the type. */
export function otherBodies(operation: Operation, base: BaseRequest, context: PlanContext): readonly OtherBody[] {
  // Prism, which serves the mock, reads all media types with one schema.
  if (base.verbatim !== true || context.target === 'mock') return []
  const own = bodyMediaType(operation, base)
  return (operation.requestBody?.content ?? []).flatMap((mediaType): OtherBody[] => {
    // A range that contains the media type of the base request adds nothing.
    if (mediaType === own || (mediaType.range.includes('*') && isJson(mediaType.range))) return []
    const body = bodyUnder(mediaType, context.seed)
    return body?.body === undefined ? [] : [{ mediaType, base: { ...base, ...body } }]
  })
}
