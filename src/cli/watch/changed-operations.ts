import type { Address, Document } from '../../document/document.ts'
import { isArray, isObject, type Json } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'

/** Members of a document that speak of some operations only; the rest speaks of all. */
const OF_SOME = ['paths', 'components']

/**
 * All that a document says of each operation, as a text: its path item with everything that it refers to, and what
 * stands outside of paths and components. Two documents say the same of an operation when the texts are equal.
 */
export function textsOfOperations(document: Document, operations: readonly Operation[]): ReadonlyMap<string, string> {
  const { address, value } = document.root
  const common = Object.fromEntries(Object.entries(value).filter(([name]) => !OF_SOME.includes(name)))
  const { components } = value
  const security = isObject(components) ? components['securitySchemes'] : undefined
  return new Map(
    operations.map((operation) => {
      const item = operation.address.slice(0, operation.address.lastIndexOf('/'))
      const texts = new Map<Address, string>()
      for (const start of [item, operation.address]) collect(document, start, texts)
      for (const [place, each] of Object.entries({ common, security: security ?? null })) {
        texts.set(place, JSON.stringify(each))
        follow(document, each, address, texts)
      }
      return [operation.id, [...texts].flat().join('\n')]
    }),
  )
}

function collect(document: Document, address: Address, texts: Map<Address, string>): void {
  if (texts.has(address)) return
  const node = document.resolve(address)
  texts.set(address, JSON.stringify(node.value))
  follow(document, node.value, node.address, texts)
}

/** A reference stands at the address of the value that holds it: only its file counts. */
function follow(document: Document, value: Json, from: Address, texts: Map<Address, string>): void {
  if (isArray(value)) for (const item of value) follow(document, item, from, texts)
  else if (isObject(value)) {
    const { $ref: reference } = value
    if (typeof reference === 'string') collect(document, document.target(reference, from), texts)
    for (const member of Object.values(value)) follow(document, member, from, texts)
  }
}

/** The operations of which something else is said than before; all where nothing was said before. */
export function changedOperations(
  operations: readonly Operation[],
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): readonly Operation[] {
  return operations.filter(({ id }) => before.get(id) !== now.get(id))
}
