import type { Document } from '../document/document.ts'
import { listOperations } from '../operations/list-operations.ts'
import type { Operation } from '../operations/operation.ts'
import { supportedOperations } from './supported-operations.ts'

/**
 * Lists the supported operations of a document as a client can send them: GET and HEAD without a body, because `fetch` refuses to
 * send one, and HTTP defines no meaning for it (RFC 9110 §9.3.1, OpenAPI 3.0.4 §4.7.10).
 */
export function listSendableOperations(document: Document): readonly Operation[] {
  return supportedOperations(listOperations(document)).map((operation) => {
    if (operation.method !== 'GET' && operation.method !== 'HEAD') return operation
    const { requestBody: _unsendable, ...rest } = operation
    return rest
  })
}
