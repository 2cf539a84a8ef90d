import type { Json } from '../../json.ts'
import { ownKeywords, ownNamedValues } from '../list-keywords.ts'
import type { Keyword, NamedValue } from '../schema.ts'
import type { SchemaNode } from '../nodes/schema-node.ts'
import { isNumeric } from '../values/values.ts'

/** The type of a JSON value. */
export type Kind = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object'

/** The keywords of one schema, grouped by the JSON type that they check. Also the schema's enum values and nulls. */
export interface ApplicableKeywords {
  readonly of: Readonly<Record<Kind, readonly string[]>>
  /** The scalar enum values, each with its JSON Pointer. */
  readonly scalars: ReadonlyMap<Json, string>
  /** The enum values that are objects or arrays. */
  readonly others: readonly NamedValue[]
  /** Keywords that apply only to objects that have the property `name`, such as `dependentRequired`. */
  readonly beside: readonly { readonly name: string; readonly pointer: string }[]
}

const made = new WeakMap<SchemaNode, ApplicableKeywords>()
const KINDS: readonly Kind[] = ['null', 'boolean', 'number', 'string', 'array', 'object']

/** Returns the type of a JSON value. */
export function kindOf(value: Json): Kind {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return isNumeric(value) ? 'number' : (typeof value as Kind)
}

/** Returns the keywords and enum values of a schema. Cached. */
export function applicableKeywords(node: SchemaNode): ApplicableKeywords {
  const known = made.get(node)
  if (known !== undefined) return known
  const named = ownNamedValues(node)
  const of = Object.fromEntries(KINDS.map((kind) => [kind, pointersFor(node, kind)])) as Record<Kind, string[]>
  const result: ApplicableKeywords = {
    of,
    scalars: new Map(named.filter((each) => isScalar(each.value)).map((each) => [each.value, each.pointer])),
    others: named.filter((each) => !isScalar(each.value)),
    beside: node.assertions.flatMap(({ beside, keyword }) =>
      beside === undefined ? [] : [{ name: beside, pointer: keyword.pointer }],
    ),
  }
  made.set(node, result)
  return result
}

function isScalar(value: Json): boolean {
  return typeof value !== 'object' || value === null
}

function pointersFor(node: SchemaNode, kind: Kind): string[] {
  if (node.forbidden !== undefined) return []
  const appliesTo = new Map(node.assertions.map((each) => [each.keyword, each.appliesTo]))
  const apart = new Set([
    ...node.faulty,
    ...node.assertions.filter((each) => each.beside !== undefined).map((each) => each.keyword),
  ])
  const own = ownKeywords(node).filter((keyword) => {
    if (apart.has(keyword)) return false
    if (kind === 'null') return keyword.value === null ? keyword.name === 'const' : isNullOnly(keyword)
    const of = appliesTo.get(keyword) ?? APPLIES_ONLY_TO[keyword.name] ?? 'any'
    return of === 'any' || of === kind
  })
  return [...own, ...forbiddenBelow(node, kind)].map((each) => each.pointer)
}

const APPLIES_ONLY_TO: Readonly<Record<string, Kind>> = {
  propertyNames: 'object',
  contains: 'array',
  minContains: 'array',
  maxContains: 'array',
}

function isNullOnly({ name, value }: Keyword): boolean {
  return name === 'type' && (value === 'null' || (Array.isArray(value) && value.length === 1 && value[0] === 'null'))
}

/**
 * Returns one keyword for each property or item that has the schema `false`. The keyword belongs to the object or array
 * that contains this property or item.
 */
function forbiddenBelow(node: SchemaNode, kind: Kind): Keyword[] {
  const below =
    kind === 'object'
      ? [
          ...node.properties.values(),
          ...node.patternProperties.map((each) => each.node),
          node.additionalProperties,
          node.unevaluatedProperties,
        ]
      : kind === 'array'
        ? [...node.prefixItems, node.items, node.unevaluatedItems]
        : []
  return below.map((each) => each?.forbidden).filter((each) => each !== undefined)
}
