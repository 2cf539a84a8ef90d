import { pointer } from '../../document/json-pointer.ts'
import { isArray, type Json } from '../../json.ts'
import { testOf } from '../nodes/assertions.ts'
import { NO_NAMES } from '../nodes/hidden-names.ts'
import type { Part } from '../nodes/schema-node.ts'
import { areEqual } from '../values/values.ts'

const TYPES = ['object', 'array', 'string', 'integer', 'number', 'boolean', 'null'] as const
export type DrawnType = (typeof TYPES)[number]

/** What keywords of one name ask for, over all parts that apply to a value. */
export function asksOf(flat: readonly Part[], name: string): Json[] {
  return flat.flatMap((part) =>
    part.assertions.filter((each) => each.keyword.name === name).map((each) => each.keyword.value),
  )
}

export function largest(flat: readonly Part[], name: string, otherwise: number): number {
  return Math.max(otherwise, ...asksOf(flat, name).map(Number))
}

export function smallest(flat: readonly Part[], name: string, otherwise: number): number {
  return Math.min(otherwise, ...asksOf(flat, name).map(Number))
}

/** The values that `const` and `enum` leave; undefined when anything may come. */
export function namedValues(flat: readonly Part[]): readonly Json[] | undefined {
  const lists = [...asksOf(flat, 'const').map((each) => [each]), ...asksOf(flat, 'enum').filter(isArray)]
  const [first, ...others] = lists
  if (first === undefined) return undefined
  const left = first.filter((one) => others.every((list) => list.some((other) => areEqual(one, other))))
  return [...left.filter((one) => one !== null), ...left.filter((one) => one === null)]
}

/** The types that a value may have: those that `type` leaves, the ones that other keywords speak of first, null last. */
export function typesOf(flat: readonly Part[]): readonly DrawnType[] {
  const asked = asksOf(flat, 'type').map((each) => (isArray(each) ? each : [each]))
  const allowed = TYPES.filter((type) =>
    asked.every((list) => list.includes(type) || (type === 'integer' && list.includes('number'))),
  )
  const types = allowed.includes('number') ? allowed.filter((type) => type !== 'integer') : allowed
  if (asked.length > 0) {
    const order = asked[0] ?? []
    return [...types].sort((one, other) => rank(order, one) - rank(order, other))
  }
  const spoken = new Set(flat.flatMap(spokenTypes))
  return [...types.filter((type) => spoken.has(type)), 'string', ...types.filter((type) => !spoken.has(type))]
}

function rank(order: readonly Json[], type: DrawnType): number {
  const at = order.indexOf(type)
  return type === 'null' ? Infinity : at
}

function spokenTypes(part: Part): DrawnType[] {
  const { properties, patternProperties, additionalProperties, items, prefixItems, contains, propertyNames } = part
  const isObject = (properties.size > 0 || patternProperties.length > 0 || additionalProperties) ?? propertyNames
  const isList = prefixItems.length > 0 || items !== undefined || contains !== undefined
  return [
    ...(isObject ? (['object'] as const) : []),
    ...(isList ? (['array'] as const) : []),
    ...part.assertions.flatMap(({ asked }) => (asked === 'any' || asked === 'number' ? [] : [asked])),
    ...(part.assertions.some(({ asked }) => asked === 'number') ? (['number'] as const) : []),
  ]
}

/** A part that asks one thing more than the schema does, for drawing at a bound or beyond one. */
export function extraPart(like: Part, asks: Readonly<Record<string, Json>>): Part {
  const { schema, direction, instance, certain } = like
  const assertions = Object.entries(asks).flatMap(([name, value]) => {
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
    instance,
    certain,
    assertions,
    faulty: [],
    always: [],
    choices: [],
    dependentSchemas: new Map(),
    properties: new Map(),
    silent: NO_NAMES,
    patternProperties: [],
    prefixItems: [],
  }
}
