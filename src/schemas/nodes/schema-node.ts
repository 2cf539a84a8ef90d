import { boundedTest } from '../values/bounded-test.ts'
import type { Json } from '../../json.ts'
import { isNumeric } from '../values/values.ts'
import type { Direction, Keyword, Schema } from '../schema.ts'
import type { DynamicScope } from './follow-reference.ts'
import type { NameSet } from './hidden-names.ts'
import type { AppliesTo } from './keyword-table.ts'

/**
 * How a node is reached from its parent. The kind shows to which values the node applies:
 * - `same`: the same value as the parent, always or sometimes;
 * - `name`: one property of the parent's value;
 * - `names`: the properties that match a pattern, or all remaining properties;
 * - `index`: one item;
 * - `items`: the remaining items.
 */
export type Step =
  | { readonly kind: 'same'; readonly when: 'always' | 'sometimes' }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'names'; readonly pattern?: RegExp }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'items' }

/** A keyword that constrains a value without a subschema, such as `minLength`. */
export interface Assertion {
  readonly keyword: Keyword
  readonly appliesTo: AppliesTo
  /** The keyword applies only to objects that have this property. Absent if there is no such condition. */
  readonly beside?: string
  /**
   * Returns a JSON Pointer for each part of the value that violates the keyword; `''` means the value itself. Empty if
   * the value satisfies the keyword.
   */
  readonly broken: (value: Json) => readonly string[]
}

/** A `oneOf` or `anyOf`. */
export interface Alternatives {
  readonly keyword: Keyword
  readonly branches: readonly SchemaNode[]
  readonly discriminator?: Discriminator
}

/** The discriminator: its property, and the branch for each value of this property. OpenAPI 3.1 §4.8.25. */
export interface Discriminator {
  readonly property: string
  readonly mapping: ReadonlyMap<string, SchemaNode>
  /** The branch for a value that names no schema (`defaultMapping`). OpenAPI 3.2.0 §4.25. */
  readonly fallback?: SchemaNode
  /** All keys of the discriminator's `mapping`, also those that lead to no branch. */
  readonly mapped: readonly string[]
}

/** The keyword `contains`. `least` is the value of `minContains`, and `most` is the value of `maxContains`. */
export interface Contains {
  readonly keyword: Keyword
  readonly node: SchemaNode
  readonly least: number
  readonly most: number
  /** The keyword that is reported if too few items match: `minContains` if it is present, else `contains`. */
  readonly leastKeyword: Keyword
  readonly mostKeyword?: Keyword
}

/**
 * A keyword with a subschema that only matches or fails as a whole, such as `not`. Keywords inside the subschema are
 * not reported.
 */
export interface SubschemaKeyword {
  readonly keyword: Keyword
  readonly node: SchemaNode
}

/**
 * A schema with its own keywords and the nodes of its subschemas. A schema that is referenced from two places has two
 * nodes. A recursive reference leads back to the first node of its schema, so that every place has only one pointer.
 */
export interface SchemaNode {
  readonly schema: Schema
  readonly direction: Direction
  /** The dynamic scope for the dynamic references of the schema. */
  readonly scope: DynamicScope
  /**
   * The path from the checked value to the part to which the node applies, such as `/shipments/*`. See
   * `Keyword.instance`.
   */
  readonly instance: string
  /** True if the node applies to every value at its place. False inside `anyOf`, for example. See `Keyword.certain`. */
  readonly certain: boolean
  readonly parent?: SchemaNode
  readonly step?: Step
  /** Set if the schema is `false`: the keyword that is reported, because every value violates it. */
  readonly forbidden?: Keyword
  readonly assertions: readonly Assertion[]
  /** Keywords that cannot be compiled and are not checked. */
  readonly faulty: readonly Keyword[]
  /** The schemas of `$ref`, `$dynamicRef` and `allOf`, which always apply to the same value as this node. */
  readonly always: readonly SchemaNode[]
  readonly choices: readonly Alternatives[]
  readonly not?: SubschemaKeyword
  readonly condition?: { readonly if: SchemaNode; readonly then?: SchemaNode; readonly else?: SchemaNode }
  readonly dependentSchemas: ReadonlyMap<string, SchemaNode>
  readonly properties: ReadonlyMap<string, SchemaNode>
  /** Properties that are not sent in this direction. They have no clauses, and generated values do not have them. */
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
 * Returns the names of the declared properties that are sent: in a request those that are not `readOnly`, in a
 * response those that are not `writeOnly`.
 */
export function travellingNames(flat: readonly SchemaNode[]): string[] {
  const hidden = new Set(flat.flatMap((node) => [...node.hidden]))
  return [...new Set(flat.flatMap((node) => [...node.properties.keys()]))].filter((name) => !hidden.has(name))
}

/** True if a keyword that constrains the type `appliesTo` applies to a value. */
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

/** Returns the nodes that check the property `name` of an object. JSON Schema 2020-12 Core §10.3.2. */
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

/** Returns the node that checks the item at `index` of an array. JSON Schema 2020-12 Core §10.3.1. */
export function nodeOfItem(node: SchemaNode, index: number): SchemaNode | undefined {
  return node.prefixItems[index] ?? node.items
}
