import type { Json } from '../../json.ts'
import type { Attempt } from '../values/attempt.ts'
import type { DrawnType } from '../draw/constraints.ts'
import type { Keyword } from '../schema.ts'

/** The place at which a keyword is broken: its valid value, and ways to draw other values. */
export interface BrokenPlace {
  readonly keyword: Keyword
  readonly value: Json
  /** Types that the other keywords of the place allow. */
  readonly types: readonly DrawnType[]
  /** Property names that the schemas of the place declare. */
  readonly names: readonly string[]
  /**
   * Draws values that satisfy `keywordValue` and all keywords of the place except the broken one; objects get the
   * properties `having`.
   */
  readonly draw: (keywordValue: Readonly<Record<string, Json>>, having?: readonly string[]) => Iterable<Json>
  /** For a choice: draws values that match all of these branches. */
  readonly drawBranches: (branches: readonly number[]) => Iterable<Json>
  /** For `not` and `contains`: draws values that match the subschema. */
  readonly drawSubschema: () => Iterable<Json>
  readonly keepsSubschema: (value: Json) => boolean
}

/** The attempts to break one keyword. */
export type NegativeMaker = (place: BrokenPlace) => readonly Attempt[]
