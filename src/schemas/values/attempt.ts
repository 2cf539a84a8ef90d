import type { Json } from '../../json.ts'

/** One way to break a keyword. The first of `values` that breaks nothing else is used. */
export interface Attempt {
  readonly name: string
  /** True if every plan must send it; the others are dropped first when there are too many. */
  readonly needed: boolean
  readonly values: Iterable<Json>
}

/** An attempt that every plan must send. */
export function needed(name: string, values: Iterable<Json>): Attempt {
  return { name, needed: true, values }
}

/** An attempt that a plan may drop. */
export function optional(name: string, values: Iterable<Json>): Attempt {
  return { name, needed: false, values }
}
