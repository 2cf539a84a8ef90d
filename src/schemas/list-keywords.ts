import { childOf } from '../document/document.ts'
import { pointer } from '../document/json-pointer.ts'
import { isArray, isObject, stringifyJson, type Json } from '../json.ts'
import type { SchemaNode } from './nodes/schema-node.ts'
import { nodeOf } from './nodes/node-of.ts'
import { isSameJson } from './values/values.ts'
import type { Direction, Keyword, NamedValue, Schema } from './schema.ts'

const keywordsOf = new WeakMap<SchemaNode, readonly Keyword[]>()
const namedValuesOf = new WeakMap<SchemaNode, readonly NamedValue[]>()

/**
 * Returns every keyword that a value can violate, in document order. Follows `$ref`, and lists a recursive schema once.
 * Leaves out properties that are not sent in this direction. Also leaves out keywords inside `not`, `if`, `contains`
 * and `propertyNames`, because only the whole subschema can pass or fail.
 */
export function listKeywords(schema: Schema, direction: Direction): readonly Keyword[] {
  const root = nodeOf(schema, direction)
  const known = keywordsOf.get(root)
  if (known !== undefined) return known
  const keywords = listedNodes(root).flatMap(ownKeywords)
  keywordsOf.set(root, keywords)
  return keywords
}

/** Returns each `enum` value of a schema, and null where `type` allows null and another type. */
export function listNamedValues(schema: Schema, direction: Direction): readonly NamedValue[] {
  const root = nodeOf(schema, direction)
  const known = namedValuesOf.get(root)
  if (known !== undefined) return known
  const named = listedNodes(root).flatMap(ownNamedValues)
  namedValuesOf.set(root, named)
  return named
}

/** Returns the values in `enum`, and null if `type` allows it. Ignores the subschemas of this schema. */
export function ownNamedValues(node: SchemaNode): NamedValue[] {
  const keywords = node.assertions.map((each) => each.keyword)
  const type = keywords.find((each) => each.name === 'type')
  const enumeration = keywords.find((each) => each.name === 'enum')
  const nullable = type !== undefined && isNullable(type.value)
  const listed = enumeration !== undefined && isArray(enumeration.value) ? enumeration.value : undefined
  const isShown = nullable && (listed === undefined || listed.some((one) => one === null)) && !forbidsNull(keywords)
  const names = new Set<string>()
  return [
    ...(isShown ? [namedNull(type)] : []),
    ...(enumeration === undefined || listed === undefined ? [] : listed).flatMap((value, index): NamedValue[] => {
      if (value === null && isShown) return []
      const plain = typeof value === 'string' ? value : stringifyJson(value)
      const name = names.has(plain) ? stringifyJson(value) : plain
      if (names.has(name)) return []
      names.add(name)
      const address = childOf(node.schema.address, 'enum', index)
      return enumeration === undefined
        ? []
        : [{ pointer: enumeration.pointer + pointer(name), value, kind: 'enum-member', address, keyword: enumeration }]
    }),
  ]
}

function namedNull(type: Keyword): NamedValue {
  const index = isArray(type.value) ? type.value.indexOf('null') : -1
  return {
    pointer: `${type.pointer}/null`,
    value: null,
    kind: 'nullable',
    address: index < 0 ? type.address : childOf(type.address, index),
    keyword: type,
  }
}

function isNullable(type: Json): boolean {
  return isArray(type) && type.length > 1 && type.includes('null')
}

function forbidsNull(keywords: readonly Keyword[]): boolean {
  return keywords.some((each) => each.name === 'const' && !isSameJson(each.value, null))
}

/** True if a schema is recursive: one keyword then applies at several depths of a value. */
export function leadsBack(schema: Schema, direction: Direction): boolean {
  let isMetAgain = false
  listedNodes(nodeOf(schema, direction), () => {
    isMetAgain = true
  })
  return isMetAgain
}

/**
 * Returns the schemas whose keywords are listed, in document order. Each schema is listed once. If the walk reaches a
 * schema again, calls `meetAgain` with it.
 */
export function listedNodes(root: SchemaNode, meetAgain: (node: SchemaNode) => void = () => {}): SchemaNode[] {
  const seen = new Set<SchemaNode>()
  const visit = (node: SchemaNode): void => {
    if (seen.has(node)) return meetAgain(node)
    seen.add(node)
    node.always.forEach(visit)
    node.choices.forEach((choice) => choice.branches.forEach(visit))
    for (const each of [node.condition?.then, node.condition?.else]) if (each !== undefined) visit(each)
    node.dependentSchemas.forEach(visit)
    for (const [name, each] of node.properties) if (!node.hidden.has(name)) visit(each)
    node.patternProperties.forEach((each) => visit(each.node))
    node.prefixItems.forEach(visit)
    for (const each of [node.additionalProperties, node.items, node.unevaluatedProperties, node.unevaluatedItems]) {
      if (each !== undefined) visit(each)
    }
  }
  visit(root)
  return [...seen]
}

/** Returns the keywords of this schema. Ignores its subschemas. */
export function ownKeywords(node: SchemaNode): Keyword[] {
  if (node.forbidden !== undefined) return [node.forbidden]
  const { contains, not, propertyNames } = node
  const own = [
    ...node.assertions.map((each) => each.keyword),
    ...node.faulty,
    ...node.choices.map((each) => each.keyword),
    ...(not === undefined ? [] : [not.keyword]),
    ...(propertyNames === undefined ? [] : [propertyNames.keyword]),
    ...(contains === undefined ? [] : [contains.least > 0 ? contains.leastKeyword : undefined, contains.mostKeyword]),
  ].filter((each) => each !== undefined)
  const order = isObject(node.schema.value) ? Object.keys(node.schema.value) : []
  const unique = [...new Map(own.map((each) => [each.pointer, each])).values()]
  return unique.sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name))
}
