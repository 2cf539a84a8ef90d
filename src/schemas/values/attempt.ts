import type { Json } from '../../json.ts'

/**
 * A way to violate a keyword, with several values to try. The gate sends the first value that violates no other
 * keyword.
 */
export interface Attempt {
  readonly name: string
  /** True if every plan must send the value. False if a small plan may leave it out. */
  readonly needed: boolean
  readonly values: Iterable<Json>
}

/** Returns a way to violate a keyword. Every plan must send one of the values. */
export function needed(name: string, values: Iterable<Json>): Attempt {
  return { name, needed: true, values }
}

/** Returns a way to violate a keyword. A small plan may leave it out. */
export function optional(name: string, values: Iterable<Json>): Attempt {
  return { name, needed: false, values }
}
