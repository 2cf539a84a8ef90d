/** Returns the first of `values`, or undefined. */
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

/** Yields the values that the function `values` returns for each item of `list`. */
export function* flatMap<T, U>(list: Iterable<T>, values: (item: T) => Iterable<U>): Generator<U> {
  for (const each of list) yield* values(each)
}
