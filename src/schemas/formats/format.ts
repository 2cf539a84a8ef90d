import type { Json } from '../../json.ts'
import type { Attempt } from '../values/attempt.ts'

/** A format, which is a value of the keyword `format`. */
export interface SchemaFormat {
  readonly name: string
  /** The JSON type that the format constrains; values of other types are not checked. */
  readonly appliesTo: 'string' | 'number'
  /** Absent for a format that allows every value and only informs the reader. */
  readonly check?: RegExp | ((value: never) => boolean)
  /** Valid values, simplest first. */
  readonly samples: readonly Json[]
  /**
   * Yields many more valid values. They are needed for schemas with a pattern or length, and for lists whose items must
   * differ.
   */
  readonly more?: () => Iterable<string>
  /** Returns almost valid values, which are made from the valid value `value`. For number formats `value` is empty. */
  readonly negatives?: (value: string) => readonly Attempt[]
}
