import fc from 'fast-check'

/** The first of the values that a seed gives; the one with index 17 is that at the place `17`. */
export function valuesOf<T>(arbitrary: fc.Arbitrary<T>, seed: number, count: number): T[] {
  return fc.sample(asProperty(arbitrary), { seed, numRuns: count }).map(([value]) => value)
}

/** The value at a place, `17` or, shrunk, `17:0:3`; undefined where there is none. */
export function valueAt<T>(arbitrary: fc.Arbitrary<T>, seed: number, place: string): T | undefined {
  try {
    return fc.sample(asProperty(arbitrary), { seed, path: place, numRuns: 1 })[0]?.[0]
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Unable to replay')) return undefined
    throw error
  }
}

/**
 * Asks of smaller and smaller values whether they still break what the one at a place breaks: each once, with its own
 * place. From one that does it goes on to what is smaller than that one.
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
    // The first is where it begins: it is known to break.
    if (last !== undefined && !(await breaks(value, here))) return true
    last = here
    step = 0
    return false
  })
  await fc.check(property, { seed, path: place, numRuns: 1 })
}

/** As a property of one value draws it, so that its places mean the same. */
function asProperty<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<[T]> {
  return fc.tuple(arbitrary)
}
