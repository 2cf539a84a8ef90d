import { childOf, type Address, type Document } from '../../document/document.ts'
import { parentOf, tokens } from '../../document/json-pointer.ts'
import { walkDocument } from '../../document/walk-document.ts'
import { isObject, type JsonObject } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'
import type { Schema } from '../../schemas/schema.ts'

interface Visited {
  readonly address: Address
  readonly value: JsonObject
  readonly names: boolean
  /** True for an object inside an extension such as `x-foo`. Such an object is not a schema. */
  readonly foreign: boolean
  /** The object that contains `value`. Undefined for the root of a file. */
  readonly owner: Visited | undefined
}

/**
 * Lists every schema of a document, including nested and referenced schemas. The outermost schemas are under `schema`,
 * in `components/schemas`, and in `with` and `gives` of provider states.
 */
export function listSchemas(
  document: Document,
  operations: readonly Operation[],
): { schemas: readonly Schema[]; roots: readonly Schema[] } {
  const visited = visitAll(document)
  const inside = new Set<Address>()
  const roots = new Map<Address, Schema>()
  const add = ({ address, value }: { address: Address; value: JsonObject }): void => {
    roots.set(address, { document, address, pointer: '', value })
  }
  visited.filter(isRoot).forEach(add)
  const known = new Map(visited.map((each) => [each.address, each]))
  for (let before = -1; before < roots.size;) {
    before = roots.size
    for (const each of visited) {
      const { address, value, names, owner } = each
      const isBelow = owner !== undefined && inside.has(owner.address) && !each.foreign
      if (isBelow || roots.has(address)) inside.add(address)
      if (names || !inside.has(address) || typeof value['$ref'] !== 'string') continue
      const target = known.get(document.target(value['$ref'], address))
      if (target !== undefined && !inside.has(target.address)) add(target)
    }
  }
  const schemas = visited
    .filter((each) => inside.has(each.address) && !each.names)
    .map(({ address, value }): Schema => ({ document, address, pointer: '', value }))
  const ofStates = schemasOfStates(document, operations)
  return { schemas: [...schemas, ...ofStates], roots: [...roots.values(), ...ofStates] }
}

function visitAll(document: Document): Visited[] {
  const all = new Map<Address, Visited>()
  for (const [url, resource] of document.resources) {
    walkDocument(resource, (value, at, names) => {
      let above = at === '' ? undefined : parentOf(at)
      // Arrays are not in `all`, so this loop goes up past them to the nearest object.
      while (above !== undefined && above !== '' && !all.has(`${url}#${above}`)) above = parentOf(above)
      const owner = above === undefined ? undefined : all.get(`${url}#${above}`)
      const address = `${url}#${at}`
      const isExtension = owner?.names === false && address.slice(owner.address.length).startsWith('/x-')
      all.set(address, { address, value, names, owner, foreign: isExtension || owner?.foreign === true })
      return value
    })
  }
  return [...all.values()]
}

function isRoot({ address, names, owner, foreign }: Visited): boolean {
  if (names || foreign) return false
  if (owner?.names === true) return owner.address.endsWith('#/components/schemas')
  return tokens(address.slice(address.indexOf('#') + 1)).at(-1) === 'schema'
}

function schemasOfStates(document: Document, operations: readonly Operation[]): Schema[] {
  const [operation] = operations
  return [...(operation?.states.values() ?? [])].flatMap((state) =>
    (['with', 'gives'] as const).flatMap((key) => {
      const value = state[key]
      return isObject(value) ? [{ document, address: childOf(state.address, key), pointer: '', value }] : []
    }),
  )
}
