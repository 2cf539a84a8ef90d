/** An object that stores the values that were computed from it. The key is the function that computed the value. */
export interface Remembered {
  readonly computed: Map<unknown, unknown>
}

/**
 * Returns a function that computes a value from each object at most once. The object keeps the value itself, because a
 * `WeakMap` with an entry for each exchange is slower, and slows down garbage collection.
 */
export function computeOnce<Subject extends Remembered, Value>(
  compute: (subject: Subject) => Value,
): (subject: Subject) => Value {
  return (subject) => {
    if (!subject.computed.has(compute)) subject.computed.set(compute, compute(subject))
    return subject.computed.get(compute) as Value
  }
}
