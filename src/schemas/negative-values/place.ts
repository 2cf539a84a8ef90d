import type { Json } from '../../json.ts'
import type { Attempt } from '../values/attempt.ts'
import type { DrawnType } from '../draw/constraints.ts'
import type { Keyword } from '../schema.ts'

/**
 * A value that satisfies a keyword, with functions that generate more such values. A `NegativeMaker` changes these
 * values so that they violate the keyword.
 */
export interface BrokenPlace {
  readonly keyword: Keyword
  /** The valid value. */
  readonly value: Json
  /** The types that the other keywords allow for the value. */
  readonly types: readonly DrawnType[]
  /** The property names that the schemas of the value declare. */
  readonly names: readonly string[]
  /**
   * Generates values that satisfy the additional keywords in `keywordValue` and all keywords of the schema except
   * `keyword`. Generated objects have the properties in `having`.
   */
  readonly draw: (keywordValue: Readonly<Record<string, Json>>, having?: readonly string[]) => Iterable<Json>
  /** Only for `oneOf` and `anyOf`: generates values that match every branch with one of these indexes. */
  readonly drawBranches: (branches: readonly number[]) => Iterable<Json>
  /** Only for `not` and `contains`: generates values that match the subschema of the keyword. */
  readonly drawSubschema: () => Iterable<Json>
  /** Only for `not` and `contains`: returns true if a value matches the subschema of the keyword. */
  readonly matchesSubschema: (value: Json) => boolean
}

/** A function that returns the attempts to violate one keyword. */
export type NegativeMaker = (place: BrokenPlace) => readonly Attempt[]
