import type { Json } from '../../json.ts'
import type { Attempt } from '../values/attempt.ts'

/** A value of the keyword `format`, such as `date-time`. */
export interface SchemaFormat {
  readonly name: string
  /** The JSON type that the format restricts. Values of other types are valid. */
  readonly appliesTo: 'string' | 'number'
  /** Absent for a format that restricts no values. */
  readonly check?: RegExp | ((value: never) => boolean)
  /** Valid values, simplest first. */
  readonly samples: readonly Json[]
  /**
   * Yields many more valid values. They are needed for schemas with a pattern or length, and for lists with
   * `uniqueItems`.
   */
  readonly more?: () => Iterable<string>
  /**
   * Returns invalid values that are similar to the valid value `value`. For number formats, `value` is an empty text.
   */
  readonly negatives?: (value: string) => readonly Attempt[]
}
