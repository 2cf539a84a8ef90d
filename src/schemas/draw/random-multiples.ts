import fc from 'fast-check'
import { decimalOf, divides } from '../values/values.ts'

/**
 * The maximum number of steps between zero and a multiple, if the step is a fraction. Larger doubles cannot hold enough
 * decimal places.
 */
const MOST_STEPS = 1_000_000
/**
 * The maximum number of neighbouring multiples that are tried in the search for a multiple that can be divided by the
 * step without a remainder.
 */
const TRIES = 64

/**
 * Returns a generator of multiples of `step`. A server may check the value by dividing doubles, so this division must
 * leave no remainder. Example: 160027988.67 is a multiple of 0.01, but the division of these doubles leaves a
 * remainder. If every tried multiple leaves a remainder, gives the multiple nearest to zero.
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

/**
 * Returns integer bounds for `fc.integer`. The bounds are at most `far` away from zero. If the range does not contain
 * zero, they are at most `far` away from the bound nearest to zero.
 */
export function within(low: number, high: number, far = Number.MAX_SAFE_INTEGER): { min: number; max: number } {
  const most = Number.MAX_SAFE_INTEGER
  const least = Math.max(-most, Math.ceil(low))
  const largest = Math.max(least, Math.min(most, Math.floor(high)))
  return { min: Math.max(least, Math.min(-far, largest - far)), max: Math.min(largest, Math.max(far, least + far)) }
}
