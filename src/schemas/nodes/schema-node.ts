import type { Json } from '../../json.ts'
import type { Direction, Keyword, Schema } from '../schema.ts'
import type { Names } from './hidden-names.ts'
import type { Asked } from './keyword-table.ts'

/**
 * How a part is reached from the part above it. `same` applies to the same value; `name` to a member by its name,
 * `names` to members by a pattern or to all others; `index` to one item, `items` to the others.
 */
export type Step =
  | { readonly kind: 'same'; readonly when: 'always' | 'sometimes' }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'names'; readonly pattern?: RegExp }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'items' }

/** A keyword that judges a value by itself. */
export interface Assertion {
  readonly keyword: Keyword
  readonly asked: Asked
  /** Asked only of objects that have this member. */
  readonly beside?: string
  /** Pointers, from the value, of the places where it is broken: none when it holds, `''` for the value itself. */
  readonly broken: (value: Json) => readonly string[]
}

export interface Choice {
  readonly keyword: Keyword
  readonly branches: readonly Part[]
  /** The branch that a `discriminator` names, by the value of its property. OpenAPI 3.1 §4.8.25. */
  readonly discriminator?: { readonly property: string; readonly mapping: ReadonlyMap<string, Part> }
}

export interface Contains {
  readonly keyword: Keyword
  readonly part: Part
  readonly least: number
  readonly most: number
  /** `minContains` and `maxContains`, where they stand; a value breaks `contains` where `minContains` does not. */
  readonly leastKeyword: Keyword
  readonly mostKeyword?: Keyword
}

/** A keyword about a subschema that is asked as a whole. */
export interface Whole {
  readonly keyword: Keyword
  readonly part: Part
}

/**
 * A schema at one place of use, compiled for walking: its own keywords, and the parts that its applicators lead to.
 * At a cycle the graph leads back to the first part of the same schema, so every place has one pointer.
 */
export interface Part {
  readonly schema: Schema
  readonly direction: Direction
  readonly instance: string
  readonly certain: boolean
  readonly parent?: Part
  readonly step?: Step
  /** Set for the schema `false`. */
  readonly never?: Keyword
  readonly assertions: readonly Assertion[]
  /** Keywords that cannot be compiled. */
  readonly faulty: readonly Keyword[]
  /** `$ref`, `$dynamicRef` and `allOf`: what always applies to the same value. */
  readonly always: readonly Part[]
  readonly choices: readonly Choice[]
  readonly not?: Whole
  readonly condition?: { readonly if: Part; readonly then?: Part; readonly else?: Part }
  readonly dependentSchemas: ReadonlyMap<string, Part>
  readonly properties: ReadonlyMap<string, Part>
  /** Properties that do not travel this way: nothing is promised of them, and none is drawn. */
  readonly silent: Names
  readonly patternProperties: readonly { readonly pattern: RegExp; readonly part: Part }[]
  readonly additionalProperties?: Part
  readonly propertyNames?: Whole
  readonly prefixItems: readonly Part[]
  readonly items?: Part
  readonly contains?: Contains
  readonly unevaluatedProperties?: Part
  readonly unevaluatedItems?: Part
}

/** The names of the properties that travel this way, of schemas that apply to one object. */
export function travellingNames(flat: readonly Part[]): string[] {
  const silent = new Set(flat.flatMap((part) => [...part.silent]))
  return [...new Set(flat.flatMap((part) => [...part.properties.keys()]))].filter((name) => !silent.has(name))
}

/** Whether a keyword is asked of a value of this type at all. */
export function isAsked(asked: Asked, value: Json): boolean {
  switch (asked) {
    case 'any':
      return true
    case 'array':
      return Array.isArray(value)
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    default:
      return typeof value === asked
  }
}

/** The parts that judge a member of an object, with whether any of them names it. JSON Schema 2020-12 Core §10.3.2. */
export function partsOfMember(part: Part, name: string): readonly Part[] {
  const own = part.properties.get(name)
  if (part.patternProperties.length === 0) {
    if (own !== undefined) return [own]
    return part.additionalProperties === undefined ? [] : [part.additionalProperties]
  }
  const matching = part.patternProperties.filter(({ pattern }) => pattern.test(name)).map((each) => each.part)
  const named = own === undefined ? matching : [own, ...matching]
  return named.length > 0 || part.additionalProperties === undefined ? named : [part.additionalProperties]
}

/** The part that judges an item. JSON Schema 2020-12 Core §10.3.1. */
export function partOfItem(part: Part, index: number): Part | undefined {
  return part.prefixItems[index] ?? part.items
}
