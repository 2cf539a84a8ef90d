import type { Address, Document } from '../../document/document.ts'
import { isArray, isObject, stringifyJson, type Json } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'

/**
 * A value inside these top-level properties of a document affects only some operations. A value in any other property,
 * such as `servers`, affects all operations.
 */
const PER_OPERATION = ['paths', 'components']

/**
 * For each operation, returns a text with everything in the document that affects the operation: its path item, all
 * referenced values, and global properties such as `servers`. If this text has changed, the operation must be tested
 * again.
 */
export function textsOfOperations(document: Document, operations: readonly Operation[]): ReadonlyMap<string, string> {
  const { address, value } = document.root
  const common = Object.fromEntries(Object.entries(value).filter(([name]) => !PER_OPERATION.includes(name)))
  const { components } = value
  const security = isObject(components) ? components['securitySchemes'] : undefined
  return new Map(
    operations.map((operation) => {
      const item = operation.address.slice(0, operation.address.lastIndexOf('/'))
      const texts = new Map<Address, string>()
      for (const start of [item, operation.address]) collect(document, start, texts)
      for (const [place, each] of Object.entries({ common, security: security ?? null })) {
        texts.set(place, stringifyJson(each))
        follow(document, each, address, texts)
      }
      return [operation.id, [...texts].flat().join('\n')]
    }),
  )
}

function collect(document: Document, address: Address, texts: Map<Address, string>): void {
  if (texts.has(address)) return
  const node = document.resolve(address)
  texts.set(address, stringifyJson(node.value))
  follow(document, node.value, node.address, texts)
}

/**
 * Adds to `texts` the text of everything that `value` references, directly or indirectly. `from` is an address in the
 * file that contains `value`.
 */
function follow(document: Document, value: Json, from: Address, texts: Map<Address, string>): void {
  if (isArray(value)) for (const item of value) follow(document, item, from, texts)
  else if (isObject(value)) {
    const { $ref: reference } = value
    if (typeof reference === 'string') collect(document, document.target(reference, from), texts)
    for (const property of Object.values(value)) follow(document, property, from, texts)
  }
}

/**
 * Returns the operations whose text differs from their text in `before`. If `before` is empty, returns all operations.
 */
export function changedOperations(
  operations: readonly Operation[],
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): readonly Operation[] {
  return operations.filter(({ id }) => before.get(id) !== now.get(id))
}
