import type { Json } from '../../json.ts'
import type { Attempt } from '../values/attempt.ts'

/** A format, which is a value of the keyword `format`. */
export interface SchemaFormat {
  readonly name: string
  /** The JSON type that the format constrains; values of other types are not checked. */
  readonly appliesTo: 'string' | 'number'
  /** Absent for a format that allows every value and is only information for readers. */
  readonly check?: RegExp | ((value: never) => boolean)
  /** Valid values, simplest first. */
  readonly samples: readonly Json[]
  /**
   * Yields many more valid values. Some schemas need them: those with a pattern or a length, and lists whose items must
   * all differ.
   */
  readonly more?: () => Iterable<string>
  /**
   * Returns invalid values that look almost valid, made from the valid value `value`. For number formats, `value` is an
   * empty text.
   */
  readonly negatives?: (value: string) => readonly Attempt[]
}
