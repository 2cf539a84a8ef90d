import type { Json } from '../../json.ts'
import type { Attempt } from '../values/attempt.ts'
import type { DrawnType } from '../draw/constraints.ts'
import type { Keyword } from '../schema.ts'

/**
 * The input of a function that makes invalid values for a keyword: a valid value, and functions that generate further
 * values.
 */
export interface BrokenPlace {
  readonly keyword: Keyword
  readonly value: Json
  /** The types that the other keywords of the schema allow. */
  readonly types: readonly DrawnType[]
  /** The declared property names. */
  readonly names: readonly string[]
  /**
   * Generates values for the schema without `keyword`, but with the additional keywords in `keywordValue`. Example: to
   * violate `maxLength: 5`, the additional keyword is `minLength: 6`. Generated objects have the properties in
   * `having`.
   */
  readonly draw: (keywordValue: Readonly<Record<string, Json>>, having?: readonly string[]) => Iterable<Json>
  /** For `oneOf` and `anyOf`: generates values that match all branches with these indexes. */
  readonly drawBranches: (branches: readonly number[]) => Iterable<Json>
  /** For `not` and `contains`: generates values that match the subschema. */
  readonly drawSubschema: () => Iterable<Json>
  /** For `not` and `contains`: returns true if a value matches the subschema. */
  readonly matchesSubschema: (value: Json) => boolean
}

/** Returns several ways to violate one keyword. */
export type NegativeMaker = (place: BrokenPlace) => readonly Attempt[]
