import fc from 'fast-check'

/** The first values of a seed; the one with index 17 has the place `17`. */
export function valuesOf<T>(arbitrary: fc.Arbitrary<T>, seed: number, count: number): T[] {
  return fc.sample(asProperty(arbitrary), { seed, numRuns: count }).map(([value]) => value)
}

/** The value at a place, `17` or shrunk `17:0:3`; undefined if the place does not exist. */
export function sampleAt<T>(arbitrary: fc.Arbitrary<T>, seed: number, place: string): T | undefined {
  try {
    return fc.sample(asProperty(arbitrary), { seed, path: place, numRuns: 1 })[0]?.[0]
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Unable to replay')) return undefined
    throw error
  }
}

/**
 * Tries smaller and smaller values, each once and with its own place, and continues from each that still fails the same way
 * as the value at the first place.
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
    // The first value is the start, which is known to fail.
    if (last !== undefined && !(await breaks(value, here))) return true
    last = here
    step = 0
    return false
  })
  await fc.check(property, { seed, path: place, numRuns: 1 })
}

/** Wrapped like a one-value property, so that places have the same meaning. */
function asProperty<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<[T]> {
  return fc.tuple(arbitrary)
}
