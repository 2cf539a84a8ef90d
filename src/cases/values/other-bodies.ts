import { isJson } from '../../operations/media-types.ts'
import type { MediaType, Operation } from '../../operations/operation.ts'
import { bodyUnder } from '../base-request.ts'
import { bodyMediaType } from './body-values.ts'
import type { BaseRequest, PlanContext } from '../plan-context.ts'

/** A documented media type, and the base request with a body of this type. */
export interface OtherBody {
  readonly mediaType: MediaType
  readonly base: BaseRequest
}

/**
 * Returns the base request once for each documented media type except its own, if the gate can generate the media type.
 * Returns an empty list for a mock, and if the base request comes from a scenario.
 */
export function otherBodies(operation: Operation, base: BaseRequest, context: PlanContext): readonly OtherBody[] {
  // The mock is Prism. It validates the bodies of all media types against the schema of only one of them.
  if (base.verbatim !== true || context.target === 'mock') return []
  const own = bodyMediaType(operation, base)
  return (operation.requestBody?.content ?? []).flatMap((mediaType): OtherBody[] => {
    // Skips a range such as `application/*`, because the JSON body of the base request already tests it.
    if (mediaType === own || (mediaType.range.includes('*') && isJson(mediaType.range))) return []
    const body = bodyUnder(mediaType, context.seed)
    return body?.body === undefined ? [] : [{ mediaType, base: { ...base, ...body } }]
  })
}
