import type { Address } from '../../document/document.ts'
import type { Json } from '../../json.ts'

/**
 * The subject of a difference.
 *
 * `null`: whether null is allowed. `type`: the other types. `value`: one enumerated value. `values`: the whole
 * enumeration. `property`: a declared property of an open object. `closed-property`: a declared property of an object
 * without unknown properties. `rest`: the undeclared properties. `branch`: one branch of a union or of `allOf`.
 * `condition`: keywords such as `not` and `if`. `layout`: keywords that restrict no value.
 */
export type Aspect =
  | 'type'
  | 'null'
  | 'value'
  | 'values'
  | 'extensible-value'
  | 'required'
  | 'property'
  | 'closed-property'
  | 'rest'
  | 'bound'
  | 'pattern'
  | 'format'
  | 'branch'
  | 'condition'
  | 'discriminator'
  | 'default'
  | 'deprecated'
  | 'layout'
  | 'text'

/**
 * The change of the set of valid values. `narrowed`: some values became invalid. `widened`: some values became valid.
 * `replaced`: both. `unclear`: the sets cannot be compared. `none`: no change.
 */
export type Movement = 'narrowed' | 'widened' | 'replaced' | 'unclear' | 'none'

/** One difference between two schemas. */
export interface SchemaDifference {
  readonly aspect: Aspect
  readonly movement: Movement
  readonly keyword: string
  /** Path of the changed value. `*` is any item, or any undeclared property. */
  readonly instance: string
  /** The address of the keyword in each document. If a document lacks the keyword, the address of its schema. */
  readonly base: Address
  readonly head: Address
  readonly from?: Json
  readonly to?: Json
  /** The name of the changed property or component. */
  readonly name?: string
  /** For a property: true if it is required in the document that declares it. */
  readonly required?: boolean
  /** For the aspect `required`: true if the property has a default. */
  readonly hasDefault?: boolean
}

/**
 * Changes that do not break consumers, because consumers ignore unknown properties and expect optional properties to be
 * absent.
 */
const BY_CONVENTION = new Set<Aspect>(['property', 'layout', 'text', 'default', 'deprecated', 'discriminator'])

/**
 * True if values that were valid may now be invalid. False for changes that do not break consumers, such as a new
 * property.
 */
export function isNarrowing({ aspect, movement }: SchemaDifference): boolean {
  return !BY_CONVENTION.has(aspect) && movement !== 'none' && movement !== 'widened'
}

/**
 * True if values that were invalid may now be valid. False for changes that do not break consumers, such as a new
 * property.
 */
export function isWidening({ aspect, movement }: SchemaDifference): boolean {
  return !BY_CONVENTION.has(aspect) && movement !== 'none' && movement !== 'narrowed'
}
