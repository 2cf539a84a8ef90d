import fc from 'fast-check'
import { decimalOf, divides } from '../values/values.ts'

/** So many steps from zero a fraction is drawn, where its bounds allow it: of larger ones floats know too few digits. */
const MOST_STEPS = 1_000_000
/** How many counts are looked at for one whose multiple divides. */
const TRIES = 64

/**
 * Random multiples of a step, of those that binary division takes for multiples too: 160027988.67 is one of 0.01, and
 * no fault of a server that divides floats. Where none is near, the one that is nearest to zero.
 */
export function randomMultiples(step: number, low: number, high: number): fc.Arbitrary<number> {
  const far = Number.isInteger(step) ? Number.MAX_SAFE_INTEGER : MOST_STEPS
  const { min, max } = within(low / step, high / step, far)
  const smallest = Math.min(Math.max(0, min), max)
  const places = Math.min(100, Math.max(0, decimalOf(step).places))
  const multiple = (count: number): number => Number((count * step).toFixed(places)) + 0
  return fc.integer({ min, max }).map((drawn) => {
    for (let away = 0; away < TRIES; away++) {
      const around = [drawn - away, drawn + away].filter((count) => count >= min && count <= max).map(multiple)
      const value = around.find((each) => divides(each, [step]))
      if (value !== undefined) return value
    }
    return multiple(smallest)
  })
}

/** Whole bounds that `fc.integer` takes; no further than `far` from zero, or from the bound that is nearest to it. */
export function within(low: number, high: number, far = Number.MAX_SAFE_INTEGER): { min: number; max: number } {
  const most = Number.MAX_SAFE_INTEGER
  const least = Math.max(-most, Math.ceil(low))
  const largest = Math.max(least, Math.min(most, Math.floor(high)))
  return { min: Math.max(least, Math.min(-far, largest - far)), max: Math.min(largest, Math.max(far, least + far)) }
}
