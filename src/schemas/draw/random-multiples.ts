import fc from 'fast-check'
import { decimalOf, divides } from '../values/values.ts'

/**
 * The maximum factor by which a fractional step is multiplied. Above this factor, a double cannot hold enough decimal
 * places.
 */
const MOST_STEPS = 1_000_000
/** The number of steps up and down from a random multiple that are searched for a multiple without a remainder. */
const TRIES = 64

/**
 * Returns a generator of multiples of `step`. A server may check a multiple by dividing doubles, and this division can
 * leave a remainder. Example: 160027988.67 is a multiple of 0.01, but dividing the doubles leaves a remainder. The
 * generator yields only multiples without a remainder. If it finds none near the random number, it yields the multiple
 * nearest to zero.
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
 * Returns integer bounds for `fc.integer`. The distance of each bound from zero is at most `far`. If the range does not
 * contain zero, the distance is measured from the end of the range that is nearest to zero.
 */
export function within(low: number, high: number, far = Number.MAX_SAFE_INTEGER): { min: number; max: number } {
  const most = Number.MAX_SAFE_INTEGER
  const least = Math.max(-most, Math.ceil(low))
  const largest = Math.max(least, Math.min(most, Math.floor(high)))
  return { min: Math.max(least, Math.min(-far, largest - far)), max: Math.min(largest, Math.max(far, least + far)) }
}
