import { type ListedSwitch, switches } from './switches.ts'

/**
 * Returns a generator of random numbers from 0 to below 1 (the algorithm "mulberry32"). The same seed gives the same
 * numbers.
 */
function makeRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Returns random settings of a test server that imitates a vendor. The same seed gives the same settings. Settings that
 * can make a careful client stop sending keep their defaults, and defects are off.
 */
export function randomSettings(standIn: ListedSwitch['standIn'], seed: number): Record<string, string> {
  const random = makeRandom(seed)
  const readings = switches.filter(
    (one) => one.standIn === standIn && one.kind === 'reading' && one.interrupts !== true,
  )
  return Object.fromEntries(
    readings.map(({ id, positions }) => [id, positions[Math.floor(random() * positions.length)] ?? positions[0]]),
  )
}
