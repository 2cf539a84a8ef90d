import type { Address, Document } from '../document/document.ts'
import { listOperations } from '../operations/list-operations.ts'
import { listKeywords } from '../schemas/list-keywords.ts'
import type { Schema } from '../schemas/schema.ts'

/** True if no request uses the schema at an address. Then a stricter schema does not affect requests. */
export function isResponseOnly(document: Document, address: Address): boolean {
  const known = used.get(document) ?? usedInRequests(document)
  used.set(document, known)
  return !known.has(address)
}

const used = new WeakMap<Document, ReadonlySet<Address>>()

function usedInRequests(document: Document): ReadonlySet<Address> {
  const found = new Set<Address>()
  const add = (schema: Schema | undefined): void => {
    if (schema === undefined) return
    for (const keyword of listKeywords(schema, 'request')) found.add(keyword.schema.address)
  }
  for (const { parameters, requestBody } of listOperations(document)) {
    for (const { schema } of parameters) add(schema)
    for (const { schema } of requestBody?.content ?? []) add(schema)
  }
  return found
}
