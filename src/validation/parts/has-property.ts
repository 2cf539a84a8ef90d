import { childOf, type Address, type Document } from '../../document/document.ts'
import { isArray, isObject, type Json, type JsonObject } from '../../json.ts'
import type { Schema } from '../../schemas/schema.ts'

/** Keywords that can allow properties which are not in `properties`. */
const OPENERS = [
  'anyOf',
  'oneOf',
  'if',
  'then',
  'else',
  'not',
  'dependentSchemas',
  'patternProperties',
  '$dynamicRef',
  'unevaluatedProperties',
  'contains',
  'prefixItems',
]

interface View {
  readonly address: Address
  readonly value: JsonObject
}

/**
 * True if a valid value can have a property at `path`. If no valid value can have it, the path is misspelled. `path` is
 * a list of property names. `*` in the list means an item of an array.
 */
export function hasProperty(schema: Schema, path: readonly string[]): boolean {
  return mayHave(schema.document, [schema.address], path)
}

function mayHave(document: Document, addresses: readonly Address[], path: readonly string[]): boolean {
  const [name, ...rest] = path
  if (name === undefined) return true
  const views = addresses.flatMap((address) => viewsOf(document, address, new Set()))
  if (views.length === 0 || views.some(isOpen)) return true
  if (views.some(({ value }) => isScalar(value['type']))) return false
  if (name === '*' || /^\d+$/.test(name)) {
    const items = views.filter(({ value }) => isObject(value['items']))
    if (items.length > 0)
      return mayHave(
        document,
        items.map(({ address }) => childOf(address, 'items')),
        rest,
      )
    if (name === '*') return true
  }
  const declaring = views.filter(({ value }) => isObject(value['properties']))
  if (declaring.length === 0) return true
  const owners = declaring.filter(({ value }) => Object.hasOwn(value['properties'] as JsonObject, name))
  return (
    owners.length > 0 &&
    mayHave(
      document,
      owners.map(({ address }) => childOf(address, 'properties', name)),
      rest,
    )
  )
}

/** Returns the schema at `address`, and the schemas that it includes with `$ref` and `allOf`. */
function viewsOf(document: Document, address: Address, seen: Set<Address>): View[] {
  const node = document.resolve(address)
  if (seen.has(node.address) || !isObject(node.value)) return []
  seen.add(node.address)
  const { value } = node
  const reference = value['$ref']
  const all = value['allOf']
  return [
    { address: node.address, value },
    ...(typeof reference === 'string' ? viewsOf(document, document.target(reference, node.address), seen) : []),
    ...(isArray(all) ? all.flatMap((_, index) => viewsOf(document, childOf(node.address, 'allOf', index), seen)) : []),
  ]
}

function isOpen({ value }: View): boolean {
  const more = value['additionalProperties']
  return (
    OPENERS.some((keyword) => value[keyword] !== undefined && value[keyword] !== false) ||
    more === true ||
    isObject(more)
  )
}

function isScalar(type: Json | undefined): boolean {
  if (type === undefined) return false
  return ![type].flat().some((each) => each === 'object' || each === 'array')
}
