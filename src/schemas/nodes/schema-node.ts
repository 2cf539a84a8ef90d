import type { Json } from '../../json.ts'
import { isNumeric } from '../values/values.ts'
import type { Direction, Keyword, Schema } from '../schema.ts'
import type { DynamicScope } from './follow-reference.ts'
import type { NameSet } from './hidden-names.ts'
import type { AppliesTo } from './keyword-table.ts'

/**
 * How a node is reached from its parent. `same`: it applies to the same value; `name`: to one property; `names`: to
 * properties that match a pattern or to all others; `index`: to one item; `items`: to the other items.
 */
export type Step =
  | { readonly kind: 'same'; readonly when: 'always' | 'sometimes' }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'names'; readonly pattern?: RegExp }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'items' }

/** A keyword that judges a value without a subschema. */
export interface Assertion {
  readonly keyword: Keyword
  readonly appliesTo: AppliesTo
  /** Set if the keyword applies only to objects that have this property. */
  readonly beside?: string
  /**
   * The places that break the keyword, as pointers from the value: empty if it is satisfied, `''` for the value itself.
   */
  readonly broken: (value: Json) => readonly string[]
}

export interface Choice {
  readonly keyword: Keyword
  readonly branches: readonly SchemaNode[]
  /** The branches by the value of the discriminator's property. OpenAPI 3.1 §4.8.25. */
  readonly discriminator?: { readonly property: string; readonly mapping: ReadonlyMap<string, SchemaNode> }
}

export interface Contains {
  readonly keyword: Keyword
  readonly node: SchemaNode
  readonly least: number
  readonly most: number
  /** The keyword that too few matches break: `minContains` if present, else `contains`. */
  readonly leastKeyword: Keyword
  readonly mostKeyword?: Keyword
}

/** A keyword whose subschema is judged as a whole. */
export interface SubschemaKeyword {
  readonly keyword: Keyword
  readonly node: SchemaNode
}

/**
 * A schema at one place of use: its own keywords, and the nodes of its subschemas. A recursive schema leads back to its
 * first node, so that every place has one pointer.
 */
export interface SchemaNode {
  readonly schema: Schema
  readonly direction: Direction
  /** The dynamic scope in which its references are followed. */
  readonly scope: DynamicScope
  readonly instance: string
  readonly certain: boolean
  readonly parent?: SchemaNode
  readonly step?: Step
  /** Set for the schema `false`. */
  readonly forbidden?: Keyword
  readonly assertions: readonly Assertion[]
  /** Keywords that cannot be compiled. */
  readonly faulty: readonly Keyword[]
  /** `$ref`, `$dynamicRef` and `allOf`: schemas that always apply to the same value. */
  readonly always: readonly SchemaNode[]
  readonly choices: readonly Choice[]
  readonly not?: SubschemaKeyword
  readonly condition?: { readonly if: SchemaNode; readonly then?: SchemaNode; readonly else?: SchemaNode }
  readonly dependentSchemas: ReadonlyMap<string, SchemaNode>
  readonly properties: ReadonlyMap<string, SchemaNode>
  /** Properties that are not sent in this direction: they yield no clauses and are not drawn. */
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

/** The declared properties that are sent in the direction of the nodes. */
export function travellingNames(flat: readonly SchemaNode[]): string[] {
  const hidden = new Set(flat.flatMap((node) => [...node.hidden]))
  return [...new Set(flat.flatMap((node) => [...node.properties.keys()]))].filter((name) => !hidden.has(name))
}

/** True if a keyword applies to a value of this type. */
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

/** The nodes that judge a property of an object. JSON Schema 2020-12 Core §10.3.2. */
export function nodesOfProperty(node: SchemaNode, name: string): readonly SchemaNode[] {
  const own = node.properties.get(name)
  if (node.patternProperties.length === 0) {
    if (own !== undefined) return [own]
    return node.additionalProperties === undefined ? [] : [node.additionalProperties]
  }
  const matching = node.patternProperties.filter(({ pattern }) => pattern.test(name)).map((each) => each.node)
  const named = own === undefined ? matching : [own, ...matching]
  return named.length > 0 || node.additionalProperties === undefined ? named : [node.additionalProperties]
}

/** The node that judges an item. JSON Schema 2020-12 Core §10.3.1. */
export function nodeOfItem(node: SchemaNode, index: number): SchemaNode | undefined {
  return node.prefixItems[index] ?? node.items
}
