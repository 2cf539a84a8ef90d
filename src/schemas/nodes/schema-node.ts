import { boundedTest } from '../values/bounded-test.ts'
import type { Json } from '../../json.ts'
import { isNumeric } from '../values/values.ts'
import type { Direction, Keyword, Schema } from '../schema.ts'
import type { DynamicScope } from './follow-reference.ts'
import type { NameSet } from './hidden-names.ts'
import type { AppliesTo } from './keyword-table.ts'

/**
 * The step from a schema to its subschema. Its kind says what the subschema checks. `same`: the whole value, either
 * always or only sometimes. `name`: one property. `names`: the properties that match a pattern, or all remaining
 * properties. `index`: one item. `items`: the remaining items.
 */
export type Step =
  | { readonly kind: 'same'; readonly when: 'always' | 'sometimes' }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'names'; readonly pattern?: RegExp }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'items' }

/** A keyword without a subschema, such as `minLength`. */
export interface Assertion {
  readonly keyword: Keyword
  readonly appliesTo: AppliesTo
  /**
   * Only for a keyword such as `dependentRequired`, which applies only if the object has a certain property: the name
   * of this property.
   */
  readonly beside?: string
  /**
   * Returns a JSON Pointer for each property or item that violates the keyword. `''` is the value itself. Returns an
   * empty list for a valid value.
   */
  readonly broken: (value: Json) => readonly string[]
}

/** A `oneOf` or `anyOf`. */
export interface Alternatives {
  readonly keyword: Keyword
  readonly branches: readonly SchemaNode[]
  readonly discriminator?: Discriminator
}

/** A discriminator: its property, and the branch that each value of this property selects. OpenAPI 3.1 §4.8.25. */
export interface Discriminator {
  readonly property: string
  readonly mapping: ReadonlyMap<string, SchemaNode>
  /** The branch in `defaultMapping`. It is selected by values that name no schema. OpenAPI 3.2.0 §4.25. */
  readonly fallback?: SchemaNode
  /** All keys of `mapping`, including keys that select no branch. */
  readonly mapped: readonly string[]
}

/** The keyword `contains`. `least` is the value of `minContains`, and `most` is the value of `maxContains`. */
export interface Contains {
  readonly keyword: Keyword
  readonly node: SchemaNode
  readonly least: number
  readonly most: number
  /** The keyword to report if too few items match: `minContains`, or `contains` if the schema has no `minContains`. */
  readonly leastKeyword: Keyword
  readonly mostKeyword?: Keyword
}

/**
 * A keyword such as `not`, whose subschema only passes or fails as a whole. Violated keywords inside the subschema are
 * not reported.
 */
export interface SubschemaKeyword {
  readonly keyword: Keyword
  readonly node: SchemaNode
}

/**
 * A schema, its keywords, and the nodes of its subschemas. If a schema is referenced from two places, there are two
 * nodes for it. A recursive reference leads back to an existing node, so that each keyword has only one pointer.
 */
export interface SchemaNode {
  readonly schema: Schema
  readonly direction: Direction
  /** The dynamic scope, in which dynamic references of this schema are resolved. */
  readonly scope: DynamicScope
  /** Path to the values that the schema checks, such as `/shipments/*`. See `Keyword.instance`. */
  readonly instance: string
  /**
   * True if the schema applies to every value at its path. False inside `anyOf`, for example, because another branch
   * may apply. See `Keyword.certain`.
   */
  readonly certain: boolean
  readonly parent?: SchemaNode
  readonly step?: Step
  /** Only for the schema `false`, which accepts no value: the keyword to report. */
  readonly forbidden?: Keyword
  readonly assertions: readonly Assertion[]
  /** Keywords that cannot be compiled. They are not checked. */
  readonly faulty: readonly Keyword[]
  /**
   * The schemas that always apply to the same values as this schema. They are the targets of `$ref` and `$dynamicRef`,
   * and the entries of `allOf`.
   */
  readonly always: readonly SchemaNode[]
  readonly choices: readonly Alternatives[]
  readonly not?: SubschemaKeyword
  readonly condition?: { readonly if: SchemaNode; readonly then?: SchemaNode; readonly else?: SchemaNode }
  readonly dependentSchemas: ReadonlyMap<string, SchemaNode>
  readonly properties: ReadonlyMap<string, SchemaNode>
  /** Properties that are not sent in this direction. They have no clauses, and generated values do not contain them. */
  readonly hidden: NameSet
  readonly patternProperties: readonly { readonly pattern: RegExp; readonly node: SchemaNode }[]
  readonly additionalProperties?: SchemaNode
  readonly propertyNames?: SubschemaKeyword
  readonly prefixItems: readonly SchemaNode[]
  readonly items?: SchemaNode
  readonly contains?: Contains
  readonly unevaluatedProperties?: SchemaNode
  readonly unevaluatedItems?: SchemaNode
}

/**
 * Returns the declared properties that are sent in this direction. Leaves out `readOnly` properties in requests and
 * `writeOnly` properties in responses.
 */
export function travellingNames(flat: readonly SchemaNode[]): string[] {
  const hidden = new Set(flat.flatMap((node) => [...node.hidden]))
  return [...new Set(flat.flatMap((node) => [...node.properties.keys()]))].filter((name) => !hidden.has(name))
}

/** True if the value has the type `appliesTo`, so that a keyword for this type checks the value. */
export function appliesToValue(appliesTo: AppliesTo, value: Json): boolean {
  switch (appliesTo) {
    case 'any':
      return true
    case 'array':
      return Array.isArray(value)
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'number':
      return isNumeric(value)
    default:
      return typeof value === appliesTo
  }
}

/** Returns the schemas that apply to the property `name`. JSON Schema 2020-12 Core §10.3.2. */
export function nodesOfProperty(node: SchemaNode, name: string): readonly SchemaNode[] {
  const own = node.properties.get(name)
  if (node.patternProperties.length === 0) {
    if (own !== undefined) return [own]
    return node.additionalProperties === undefined ? [] : [node.additionalProperties]
  }
  const matching = node.patternProperties
    .filter(({ pattern }) => boundedTest(pattern, name) === true)
    .map((each) => each.node)
  const named = own === undefined ? matching : [own, ...matching]
  return named.length > 0 || node.additionalProperties === undefined ? named : [node.additionalProperties]
}

/** Returns the schema that applies to the item at `index`. JSON Schema 2020-12 Core §10.3.1. */
export function nodeOfItem(node: SchemaNode, index: number): SchemaNode | undefined {
  return node.prefixItems[index] ?? node.items
}
