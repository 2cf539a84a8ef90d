import { parseInstant, toMilliseconds } from './instant.ts'

/** Says what time it is, in milliseconds since 1970 UTC. */
export type SandboxClock = () => number

/** Where a sandbox's time comes from: an RFC 3339 date-time that ticks on in real time, or a function. */
export type Now = string | (() => Date)

/**
 * Makes the clock of one sandbox. A string starts there and ticks on with the time that really passes; a function is
 * asked every time.
 * @throws {RangeError} when the string is no RFC 3339 date-time.
 */
export function createClock(now: Now, elapsed: () => number = () => performance.now()): SandboxClock {
  if (typeof now === 'function') return () => now().getTime()
  const start = parseInstant(now)
  if (start === undefined) throw new RangeError(`now is no RFC 3339 date-time: ${now}`)
  const startedAt = toMilliseconds(start)
  const startedElapsed = elapsed()
  return () => startedAt + Math.floor(elapsed() - startedElapsed)
}
