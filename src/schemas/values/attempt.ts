import type { Json } from '../../json.ts'

/** A way to violate a keyword. The gate sends the first of `values` that violates no other keyword. */
export interface Attempt {
  readonly name: string
  /** True if every plan must send the value. False if a small plan may leave it out. */
  readonly needed: boolean
  readonly values: Iterable<Json>
}

/** Creates a violation that every plan must send. */
export function needed(name: string, values: Iterable<Json>): Attempt {
  return { name, needed: true, values }
}

/** Creates a violation that a plan may leave out. */
export function optional(name: string, values: Iterable<Json>): Attempt {
  return { name, needed: false, values }
}
