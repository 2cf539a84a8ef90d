/** An object that keeps values which were computed from it. The key of a value is the function that computed it. */
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
