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

/** The base request once more for each other media type that can be written. With scenarios, these choose the media type. */
export function otherBodies(operation: Operation, base: BaseRequest, context: PlanContext): readonly OtherBody[] {
  // Prism, which serves the mock, reads several media types with one schema.
  if (base.verbatim !== true || context.target === 'mock') return []
  const own = bodyMediaType(operation, base)
  return (operation.requestBody?.content ?? []).flatMap((mediaType): OtherBody[] => {
    // A range of types that the base request is under adds nothing.
    if (mediaType === own || (mediaType.range.includes('*') && isJson(mediaType.range))) return []
    const body = bodyUnder(mediaType, context.seed)
    return body?.body === undefined ? [] : [{ mediaType, base: { ...base, ...body } }]
  })
}
