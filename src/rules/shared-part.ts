import type { Address } from '../document/document.ts'
import type { Evidence } from '../evidence/evidence.ts'

/**
 * True if a clause is defined in a part of the document that several operations can use, such as
 * `#/components/schemas/Order`. A violation of such a clause counts as one cause for all these operations.
 */
export function isSharedPart({ contract, operation }: Evidence, pointer: string): boolean {
  const definedAt = contract.clauseById.get(operation.id + pointer)?.definedAt
  return definedAt !== undefined && !definedAt.pointer.startsWith('/paths/')
}

/** Returns the file name and JSON Pointer of an address. Leaves out the folder, which must not be published. */
export function withoutFolder(address: Address): string {
  return address.replace(/^[^#]*\//, '')
}
