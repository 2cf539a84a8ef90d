import type { Json } from '../../json.ts'
import type { Attempt } from '../values/attempt.ts'

/** A value of the keyword `format`, such as `date-time`. */
export interface SchemaFormat {
  readonly name: string
  /** The JSON type that the format restricts. Values of other types are valid. */
  readonly appliesTo: 'string' | 'number'
  /** The check of a value. Absent for a format that restricts no values. */
  readonly check?: RegExp | ((value: never) => boolean)
  /** Valid values, the simplest first. */
  readonly samples: readonly Json[]
  /**
   * Yields many more valid values. They are needed for a schema with a pattern or a length, and for a list with
   * `uniqueItems`.
   */
  readonly more?: () => Iterable<string>
  /** Returns invalid values that look like `value`, which is valid. For number formats, `value` is an empty text. */
  readonly negatives?: (value: string) => readonly Attempt[]
}
