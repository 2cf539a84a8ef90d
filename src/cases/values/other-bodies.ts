import { isJson } from '../../operations/media-types.ts'
import type { MediaType, Operation } from '../../operations/operation.ts'
import { bodyUnder } from '../base-request.ts'
import { bodyMediaType } from './body-values.ts'
import type { BaseRequest, PlanContext } from '../plan-context.ts'

/** A documented media type of the body, and the base request with a body of this media type. */
export interface OtherBody {
  readonly mediaType: MediaType
  readonly base: BaseRequest
}

/**
 * Returns the base request in each other media type that the gate can write. Returns an empty list if the base request
 * comes from a scenario, because a scenario chooses its media type.
 */
export function otherBodies(operation: Operation, base: BaseRequest, context: PlanContext): readonly OtherBody[] {
  // The mock is Prism. Prism checks the bodies of all media types against the schema of a single media type.
  if (base.verbatim !== true || context.target === 'mock') return []
  const own = bodyMediaType(operation, base)
  return (operation.requestBody?.content ?? []).flatMap((mediaType): OtherBody[] => {
    // A JSON range such as `application/*` includes the JSON of the base request, so it needs no case.
    if (mediaType === own || (mediaType.range.includes('*') && isJson(mediaType.range))) return []
    const body = bodyUnder(mediaType, context.seed)
    return body?.body === undefined ? [] : [{ mediaType, base: { ...base, ...body } }]
  })
}
