import fc from 'fast-check'
import { decimalOf, divides } from '../values/values.ts'

/** Fractions are drawn within this many steps of zero, if the bounds allow it; a larger double has too few digits. */
const MOST_STEPS = 1_000_000
/** How many counts are tried to find one whose multiple divides exactly. */
const TRIES = 64

/**
 * Random multiples of a step that floating-point division confirms as multiples too: 160027988.67 is a multiple of
 * 0.01, but a server that divides doubles refuses it. Falls back to the multiple nearest to zero.
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

/** Integer bounds that `fc.integer` accepts, at most `far` from zero or from the bound that is nearest to it. */
export function within(low: number, high: number, far = Number.MAX_SAFE_INTEGER): { min: number; max: number } {
  const most = Number.MAX_SAFE_INTEGER
  const least = Math.max(-most, Math.ceil(low))
  const largest = Math.max(least, Math.min(most, Math.floor(high)))
  return { min: Math.max(least, Math.min(-far, largest - far)), max: Math.min(largest, Math.max(far, least + far)) }
}
