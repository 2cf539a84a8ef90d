import { pointer } from '../../document/json-pointer.ts'
import { isArray, type Json } from '../../json.ts'
import { testOf } from '../nodes/assertions.ts'
import { NO_NAMES } from '../nodes/hidden-names.ts'
import type { SchemaNode } from '../nodes/schema-node.ts'
import { isSameJson } from '../values/values.ts'

const TYPES = ['object', 'array', 'string', 'integer', 'number', 'boolean', 'null'] as const
export type DrawnType = (typeof TYPES)[number]

/** Returns the values of one keyword from several schemas that apply to the same value. */
export function keywordValues(flat: readonly SchemaNode[], name: string): Json[] {
  return flat.flatMap((node) =>
    node.assertions.filter((each) => each.keyword.name === name).map((each) => each.keyword.value),
  )
}

/** Returns the largest value that a numeric keyword has in one of the schemas. The result is at least `otherwise`. */
export function largest(flat: readonly SchemaNode[], name: string, otherwise: number): number {
  return Math.max(otherwise, ...keywordValues(flat, name).map(Number))
}

/** Returns the smallest value that a numeric keyword has in one of the schemas. The result is at most `otherwise`. */
export function smallest(flat: readonly SchemaNode[], name: string, otherwise: number): number {
  return Math.min(otherwise, ...keywordValues(flat, name).map(Number))
}

/**
 * Returns the values that `const` and `enum` allow, null last. Returns undefined if no schema has `const` or `enum`.
 */
export function allowedValues(flat: readonly SchemaNode[]): readonly Json[] | undefined {
  const lists = [...keywordValues(flat, 'const').map((each) => [each]), ...keywordValues(flat, 'enum').filter(isArray)]
  const [first, ...others] = lists
  if (first === undefined) return undefined
  const left = first.filter((one) => others.every((list) => list.some((other) => isSameJson(one, other))))
  return [...left.filter((one) => one !== null), ...left.filter((one) => one === null)]
}

/**
 * Returns the types that a value can have, the preferred types first and null last. The order is that of `type`.
 * Without `type`, the types that other keywords imply come first. Example: `properties` implies `object`.
 */
export function drawnTypes(flat: readonly SchemaNode[]): readonly DrawnType[] {
  const lists = keywordValues(flat, 'type').map((each) => (isArray(each) ? each : [each]))
  const allowed = TYPES.filter((type) =>
    lists.every((list) => list.includes(type) || (type === 'integer' && list.includes('number'))),
  )
  const types = allowed.includes('number') ? allowed.filter((type) => type !== 'integer') : allowed
  if (lists.length > 0) {
    const order = lists[0] ?? []
    return [...types].sort((one, other) => rank(order, one) - rank(order, other))
  }
  const implied = new Set(flat.flatMap(impliedTypes))
  return [...types.filter((type) => implied.has(type)), 'string', ...types.filter((type) => !implied.has(type))]
}

function rank(order: readonly Json[], type: DrawnType): number {
  const at = order.indexOf(type)
  return type === 'null' ? Infinity : at
}

function impliedTypes(node: SchemaNode): DrawnType[] {
  const { properties, patternProperties, additionalProperties, items, prefixItems, contains, propertyNames } = node
  const isObject = (properties.size > 0 || patternProperties.length > 0 || additionalProperties) ?? propertyNames
  const isList = prefixItems.length > 0 || items !== undefined || contains !== undefined
  return [
    ...(isObject ? (['object'] as const) : []),
    ...(isList ? (['array'] as const) : []),
    ...node.assertions.flatMap(({ appliesTo }) => (appliesTo === 'any' || appliesTo === 'number' ? [] : [appliesTo])),
    ...(node.assertions.some(({ appliesTo }) => appliesTo === 'number') ? (['number'] as const) : []),
  ]
}

/**
 * Returns a schema node that contains only the given keywords. A caller adds it to other schemas, so that a generated
 * value lies at a bound or beyond it.
 */
export function extraNode(like: SchemaNode, keywordValue: Readonly<Record<string, Json>>): SchemaNode {
  const { schema, direction, scope, instance, certain } = like
  const assertions = Object.entries(keywordValue).flatMap(([name, value]) => {
    const test = testOf(name, value)
    if (test === undefined) return []
    const keyword = {
      pointer: pointer(name),
      name,
      group: 'rest' as const,
      value,
      address: '',
      schema,
      instance,
      certain,
    }
    return [{ keyword, ...test }]
  })
  return {
    schema: { ...schema, value: true },
    direction,
    scope,
    instance,
    certain,
    assertions,
    faulty: [],
    always: [],
    choices: [],
    dependentSchemas: new Map(),
    properties: new Map(),
    hidden: NO_NAMES,
    patternProperties: [],
    prefixItems: [],
  }
}
