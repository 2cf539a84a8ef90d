import type { Json } from '../../json.ts'

/** One way to violate a keyword. The first value in `values` that violates no other keyword is used. */
export interface Attempt {
  readonly name: string
  /** True if every plan must send the value. False if a plan with too many cases may leave the value out. */
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
