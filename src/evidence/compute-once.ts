/** An object that stores the values that were computed from it. The key is the function that computed the value. */
export interface Remembered {
  readonly computed: Map<unknown, unknown>
}

/**
 * Returns a function that computes a value from each object at most once. The object keeps the value itself, because a
 * `WeakMap` with an entry for each exchange is slower, and slows down garbage collection.
 */
export function computeOnce<Subject extends Remembered, Value extends NonNullable<unknown>>(
  compute: (subject: Subject) => Value,
): (subject: Subject) => Value {
  return (subject) => {
    const known = subject.computed.get(compute)
    if (known !== undefined) return known as Value
    const value = compute(subject)
    subject.computed.set(compute, value)
    return value
  }
}
