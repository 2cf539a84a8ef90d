import type { Address } from '../../document/document.ts'
import type { Json } from '../../json.ts'

/**
 * The subject of a difference between two schemas. `null`: null is or was allowed; `type`: the other types. `value`:
 * one value of an enumeration; `values`: a whole enumeration. `property`: a named property of an object that may have
 * unknown properties; `closed-property`: a named property of an object that may not. `rest`: the properties without a
 * name in the schema. `branch`: one alternative of a union or one component of an `allOf`. `condition`: keywords such
 * as `not` that contain a schema for the whole value. `layout`: keywords that no value can violate.
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
 * The change of the set of valid values: `narrowed` (some values are no longer valid), `widened` (some values became
 * valid), `replaced` (both), `unclear` (the two sets cannot be compared), `none` (the same values are valid).
 */
export type Movement = 'narrowed' | 'widened' | 'replaced' | 'unclear' | 'none'

/** One difference between two schemas. */
export interface SchemaDifference {
  readonly aspect: Aspect
  readonly movement: Movement
  readonly keyword: string
  /** Path to the value that differs. `*` is any item, or any property without a fixed name. */
  readonly instance: string
  /**
   * The place of the keyword in each document. If a document does not have the keyword, the place of the schema that
   * could contain it.
   */
  readonly base: Address
  readonly head: Address
  readonly from?: Json
  readonly to?: Json
  /** The name of the property or component that differs. */
  readonly name?: string
  /** Only for a property: true if it is required in the document that has it. */
  readonly required?: boolean
  /** Only for the aspect `required`: true if the property has a default. */
  readonly hasDefault?: boolean
}

/**
 * Aspects without an effect on consumers that follow two conventions: ignore unknown properties, and do not read absent
 * optional properties.
 */
const BY_CONVENTION = new Set<Aspect>(['property', 'layout', 'text', 'default', 'deprecated', 'discriminator'])

/**
 * True if some value is no longer valid, or may no longer be valid. False for aspects that have no effect on consumers
 * by convention, such as a new property.
 */
export function isNarrowing({ aspect, movement }: SchemaDifference): boolean {
  return !BY_CONVENTION.has(aspect) && movement !== 'none' && movement !== 'widened'
}

/**
 * True if some value became valid, or may have become valid. False for aspects that have no effect on consumers by
 * convention, such as a new property.
 */
export function isWidening({ aspect, movement }: SchemaDifference): boolean {
  return !BY_CONVENTION.has(aspect) && movement !== 'none' && movement !== 'narrowed'
}
