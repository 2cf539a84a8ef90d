import fc from 'fast-check'
import { decimalOf, divides } from '../values/values.ts'

/**
 * Generated multiples of a fraction are at most this many steps away from zero, if the bounds allow it. Larger doubles
 * have too few decimal places.
 */
const MOST_STEPS = 1_000_000
/**
 * The maximum number of neighbouring multiples that are tried in the search for one that can be divided without a
 * remainder.
 */
const TRIES = 64

/**
 * Returns a generator of multiples of `step`. A server that divides doubles must also find no remainder. For
 * 160027988.67, a multiple of 0.01, dividing doubles leaves a remainder, so this number is not generated. If no
 * suitable multiple is found, the one nearest to zero is generated.
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
 * Returns integer bounds that `fc.integer` accepts. They are at most `far` away from zero or, if zero is outside the
 * bounds, from the bound that is nearest to zero.
 */
export function within(low: number, high: number, far = Number.MAX_SAFE_INTEGER): { min: number; max: number } {
  const most = Number.MAX_SAFE_INTEGER
  const least = Math.max(-most, Math.ceil(low))
  const largest = Math.max(least, Math.min(most, Math.floor(high)))
  return { min: Math.max(least, Math.min(-far, largest - far)), max: Math.min(largest, Math.max(far, least + far)) }
}
