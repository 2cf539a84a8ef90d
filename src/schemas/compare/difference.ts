import type { Address } from '../../document/document.ts'
import type { Json } from '../../json.ts'

/**
 * The kind of thing that a difference is about.
 *
 * `null`: whether null is allowed. `type`: all types except null. `value`: one enumerated value. `values`: the whole
 * enumeration. `property`: a declared property of an object that also allows undeclared properties. `closed-property`:
 * a declared property of an object that allows no undeclared properties. `rest`: the undeclared properties. `branch`:
 * one branch of a union or of `allOf`. `condition`: keywords such as `not` and `if`. `layout`: keywords that restrict
 * no value.
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
 * The effect of a difference on the valid values. `narrowed`: some values became invalid. `widened`: some values became
 * valid. `replaced`: some became invalid and others became valid. `unclear`: the effect is unknown. `none`: no effect.
 */
export type Movement = 'narrowed' | 'widened' | 'replaced' | 'unclear' | 'none'

/** One difference between two schemas. */
export interface SchemaDifference {
  readonly aspect: Aspect
  readonly movement: Movement
  readonly keyword: string
  /** Path to the changed part of the value. `*` in the path is any item, or any undeclared property. */
  readonly instance: string
  /**
   * The address of the keyword in each document. If a document lacks the keyword, the address of the schema is given
   * instead.
   */
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
 * Aspects whose changes do not break consumers. Consumers ignore unknown properties, and they expect that optional
 * properties may be absent.
 */
const BY_CONVENTION = new Set<Aspect>(['property', 'layout', 'text', 'default', 'deprecated', 'discriminator'])

/**
 * True if values that were valid can be invalid now. Always false for changes that do not break consumers, such as a
 * new property.
 */
export function isNarrowing({ aspect, movement }: SchemaDifference): boolean {
  return !BY_CONVENTION.has(aspect) && movement !== 'none' && movement !== 'widened'
}

/**
 * True if values that were invalid can be valid now. Always false for changes that do not break consumers, such as a
 * new property.
 */
export function isWidening({ aspect, movement }: SchemaDifference): boolean {
  return !BY_CONVENTION.has(aspect) && movement !== 'none' && movement !== 'narrowed'
}
