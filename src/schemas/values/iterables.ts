/** The first value, or undefined. */
export function first<T>(values: Iterable<T>): T | undefined {
  for (const value of values) return value
  return undefined
}

/** At most `most` values. */
export function* take<T>(values: Iterable<T>, most: number): Generator<T> {
  let left = most
  for (const value of values) {
    if (left-- <= 0) return
    yield value
  }
}

/** All values of several lists, one list after the other. */
export function* chain<T>(...lists: readonly Iterable<T>[]): Generator<T> {
  for (const list of lists) yield* list
}

/** The values that each item of a list leads to. */
export function* flatMap<T, U>(list: Iterable<T>, values: (item: T) => Iterable<U>): Generator<U> {
  for (const each of list) yield* values(each)
}
