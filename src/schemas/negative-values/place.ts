import type { Json } from '../../json.ts'
import type { Attempt } from '../values/attempt.ts'
import type { DrawnType } from '../draw/constraints.ts'
import type { Keyword } from '../schema.ts'

/**
 * A value that satisfies a keyword, and functions that generate similar values. From these, values that violate the
 * keyword are made.
 */
export interface BrokenPlace {
  readonly keyword: Keyword
  /** The valid value. */
  readonly value: Json
  /** The types that the other keywords allow for the value. */
  readonly types: readonly DrawnType[]
  /** Names of the properties that the schemas of the value declare. */
  readonly names: readonly string[]
  /**
   * Generates values that satisfy the keywords in `keywordValue`, and all keywords of the schema except `keyword`.
   * Generated objects have the properties in `having`.
   */
  readonly draw: (keywordValue: Readonly<Record<string, Json>>, having?: readonly string[]) => Iterable<Json>
  /** For `oneOf` and `anyOf`: generates values that match each of the branches with these indexes. */
  readonly drawBranches: (branches: readonly number[]) => Iterable<Json>
  /** For `not` and `contains`: generates values that match the subschema of the keyword. */
  readonly drawSubschema: () => Iterable<Json>
  /** For `not` and `contains`: true if a value matches the subschema of the keyword. */
  readonly matchesSubschema: (value: Json) => boolean
}

/** Returns the attempts to violate one keyword. */
export type NegativeMaker = (place: BrokenPlace) => readonly Attempt[]
