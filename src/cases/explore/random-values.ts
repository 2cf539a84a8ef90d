import fc from 'fast-check'

/** Returns the first `count` values for a seed. The index of a value is its `place` for `sampleAt`, such as `17`. */
export function valuesOf<T>(arbitrary: fc.Arbitrary<T>, seed: number, count: number): T[] {
  return fc.sample(asProperty(arbitrary), { seed, numRuns: count }).map(([value]) => value)
}

/**
 * Returns the value at `place`: its index, such as `17`, or index and shrinking steps, such as `17:0:3`. Returns
 * undefined if there is no such value.
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
 * Passes smaller and smaller values to `breaks`, each value once. If `breaks` returns true for a value, the next values
 * are smaller versions of this value.
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
    // The first value is the original, which is already known to fail.
    if (last !== undefined && !(await breaks(value, here))) return true
    last = here
    step = 0
    return false
  })
  await fc.check(property, { seed, path: place, numRuns: 1 })
}

/**
 * fast-check counts shrinking steps in the tuple of arguments of `fc.property`. Therefore the generator is wrapped in a
 * tuple of one element.
 */
function asProperty<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<[T]> {
  return fc.tuple(arbitrary)
}
