/** Returns the first of `values`. Returns undefined if there is no value. */
export function first<T>(values: Iterable<T>): T | undefined {
  for (const value of values) return value
  return undefined
}

/** Yields at most `most` values. */
export function* take<T>(values: Iterable<T>, most: number): Generator<T> {
  let left = most
  for (const value of values) {
    if (left-- <= 0) return
    yield value
  }
}

/** Yields the values of several lists, one list after the other. */
export function* chain<T>(...lists: readonly Iterable<T>[]): Generator<T> {
  for (const list of lists) yield* list
}

/** Calls `values` with each item of `list`, and yields everything that these calls return. */
export function* flatMap<T, U>(list: Iterable<T>, values: (item: T) => Iterable<U>): Generator<U> {
  for (const each of list) yield* values(each)
}
