import { isForm } from '../../client/requests/encode-body.ts'
import type { Document } from '../../document/document.ts'
import { listOperations } from '../../operations/list-operations.ts'
import { isJson } from '../../operations/media-types.ts'
import type { MediaType, Operation } from '../../operations/operation.ts'
import { supportedOperations } from './supported-operations.ts'

/**
 * Lists the supported operations in the form in which a client can send them. GET and HEAD lose their body, because
 * `fetch` rejects a body for them (RFC 9110 §9.3.1, OpenAPI 3.0.4 §4.7.10).
 */
export function listSendableOperations(document: Document): readonly Operation[] {
  return supportedOperations(listOperations(document)).map((operation) => {
    const { requestBody, ...rest } = operation
    if (requestBody === undefined || operation.method === 'GET' || operation.method === 'HEAD') return rest
    const content = requestBody.content.toSorted((one, other) => rank(one) - rank(other))
    return { ...rest, requestBody: { ...requestBody, content } }
  })
}

/**
 * Returns the rank of a media type. A client sends JSON if it is documented. Otherwise it sends a form or, if no form
 * is documented either, the first listed type.
 */
function rank({ range }: MediaType): number {
  if (isJson(range)) return 0
  return isForm(range) ? 1 : 2
}
