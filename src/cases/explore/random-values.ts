import fc from 'fast-check'

/** Returns the first `count` random values for a seed. For the value with index 17, `sampleAt` needs the place `17`. */
export function valuesOf<T>(arbitrary: fc.Arbitrary<T>, seed: number, count: number): T[] {
  return fc.sample(asProperty(arbitrary), { seed, numRuns: count }).map(([value]) => value)
}

/**
 * Returns one random value. `place` is the index of the value, such as `17`. It may also contain shrinking steps, such
 * as `17:0:3`. Returns undefined if there is no such value.
 */
export function sampleAt<T>(arbitrary: fc.Arbitrary<T>, seed: number, place: string): T | undefined {
  try {
    return fc.sample(asProperty(arbitrary), { seed, path: place, numRuns: 1 })[0]?.[0]
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Unable to replay')) return undefined
    throw error
  }
}

/**
 * Calls `breaks` with smaller and smaller versions of a failing value. Whenever `breaks` returns true, continues with
 * versions of this smaller value.
 */
export async function walkShrinks<T>(
  arbitrary: fc.Arbitrary<T>,
  { seed, place }: { readonly seed: number; readonly place: string },
  breaks: (value: T, place: string) => Promise<boolean>,
): Promise<void> {
  let last: string | undefined
  let step = 0
  const property = fc.asyncProperty(arbitrary, async (value) => {
    const here = last === undefined ? place : `${last}:${step++}`
    // The first value is the original. Its failure is already known.
    if (last !== undefined && !(await breaks(value, here))) return true
    last = here
    step = 0
    return false
  })
  await fc.check(property, { seed, path: place, numRuns: 1 })
}

/**
 * Wraps a value in a tuple of one item, as `fc.asyncProperty` does with its arguments. The shrinking steps then have
 * the same numbers in `fc.check` and in `fc.sample`.
 */
function asProperty<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<[T]> {
  return fc.tuple(arbitrary)
}
