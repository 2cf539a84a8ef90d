import type { Document } from '../document/document.ts'
import { ContractError } from '../errors.ts'
import { listOperations, webhooksOperation } from '../operations/list-operations.ts'
import type { Operation } from '../operations/operation.ts'

/** Returns the operations of a document, webhooks included. Throws `unknown-operation` if there are none. */
export function requireOperations(document: Document): Operation[] {
  const operations = [...listOperations(document), ...webhooksOperation(document)]
  if (operations.length > 0) return operations
  throw new ContractError('unknown-operation', {
    what: 'the document has no operations',
    where: document.file,
    next: 'add an operation under `paths`',
  })
}
