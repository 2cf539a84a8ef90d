import type { Address } from '../../document/document.ts'
import type { Json } from '../../json.ts'

/**
 * The subject of a difference between two schemas. `null` is about null only; `type` about all other types. `value` is
 * one value of an enumeration, `values` a whole enumeration. `property` is a named property that other properties were
 * not forbidden beside; `closed-property` one beside which they were. `rest` is about properties without a name of
 * their own. `branch` is one alternative of a union or one component of an `allOf`. `condition` is about keywords that
 * hold a schema but do not describe a part of the value, such as `not`. `layout` is about keywords that no value can
 * violate.
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
 * valid), `replaced` (both), `unclear` (the two cannot be compared), `none` (the same values are valid).
 */
export type Movement = 'narrowed' | 'widened' | 'replaced' | 'unclear' | 'none'

/** One difference between two schemas. */
export interface SchemaDifference {
  readonly aspect: Aspect
  readonly movement: Movement
  readonly keyword: string
  /** Path to the value that differs. `*` is any item, or any property without a fixed name. */
  readonly instance: string
  /** The place of the keyword. If one side does not have the keyword, the place of the schema that could contain it. */
  readonly base: Address
  readonly head: Address
  readonly from?: Json
  readonly to?: Json
  /** The name of the property or component that differs. */
  readonly name?: string
  /** For a property: true if it is required on the side that has it. */
  readonly required?: boolean
  /** For `required`: true if the property has a default. */
  readonly hasDefault?: boolean
}

/**
 * Aspects that have no effect on consumers that follow the usual conventions: they skip unknown properties, and do not
 * read absent optional properties.
 */
const BY_CONVENTION = new Set<Aspect>(['property', 'layout', 'text', 'default', 'deprecated', 'discriminator'])

/**
 * True if some value that was valid is no longer valid, or may no longer be valid. Named properties are not counted,
 * because consumers ignore them by convention.
 */
export function isNarrowing({ aspect, movement }: SchemaDifference): boolean {
  return !BY_CONVENTION.has(aspect) && movement !== 'none' && movement !== 'widened'
}

/**
 * True if some value became valid, or may have become valid. Named properties are not counted, because consumers ignore
 * them by convention.
 */
export function isWidening({ aspect, movement }: SchemaDifference): boolean {
  return !BY_CONVENTION.has(aspect) && movement !== 'none' && movement !== 'narrowed'
}
