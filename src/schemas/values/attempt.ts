import type { Json } from '../../json.ts'

/** One way to violate a keyword. Of `values`, the first that violates no other keyword is used. */
export interface Attempt {
  readonly name: string
  /** True if every plan must send the value. A plan with too many cases drops values with false. */
  readonly needed: boolean
  readonly values: Iterable<Json>
}

/** Creates an attempt that every plan must send. */
export function needed(name: string, values: Iterable<Json>): Attempt {
  return { name, needed: true, values }
}

/** Creates an attempt that a plan may drop. */
export function optional(name: string, values: Iterable<Json>): Attempt {
  return { name, needed: false, values }
}
