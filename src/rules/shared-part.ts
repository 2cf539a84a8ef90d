import type { Address } from '../document/document.ts'
import type { Evidence } from '../evidence/evidence.ts'

/**
 * True if several operations can use the part of the document that defines a clause, such as a schema of `components`.
 * A violation of such a part is one cause, even if several operations show it.
 */
export function isSharedPart({ contract, operation }: Evidence, pointer: string): boolean {
  const definedAt = contract.clauseById.get(operation.id + pointer)?.definedAt
  return definedAt !== undefined && !definedAt.pointer.startsWith('/paths/')
}

/** Returns an address without its folder, which must not be published. Keeps the file name and pointer. */
export function withoutFolder(address: Address): string {
  return address.replace(/^[^#]*\//, '')
}
