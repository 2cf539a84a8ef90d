import type { Json } from '../../json.ts'
import type { Attempt } from '../values/attempt.ts'

/** A format: a value of the keyword `format`. */
export interface SchemaFormat {
  readonly name: string
  /** The JSON type that the format constrains; values of other types are not checked. */
  readonly appliesTo: 'string' | 'number'
  /** Absent for an annotation: a format that informs the reader and allows every value. */
  readonly check?: RegExp | ((value: never) => boolean)
  /** Valid values, plainest first. */
  readonly samples: readonly Json[]
  /** Many more valid values, for patterns, lengths and lists of different items. */
  readonly more?: () => Iterable<string>
  /** Almost valid values, made from a valid one; for numbers `value` is empty. */
  readonly negatives?: (value: string) => readonly Attempt[]
}
