import { parseInstant, toMilliseconds } from './instant.ts'

/** Returns the current time in milliseconds since 1970 UTC. */
export type SandboxClock = () => number

/**
 * The time of a sandbox: an RFC 3339 date-time at which its clock starts, or a function that returns the current time.
 */
export type Now = string | (() => Date)

/**
 * Creates the clock of one sandbox. If `now` is a start time, the clock runs in real time from there. If `now` is a
 * function, it is called for every reading. Throws `RangeError` if a string is not an RFC 3339 date-time.
 */
export function createClock(now: Now, elapsed: () => number = () => performance.now()): SandboxClock {
  if (typeof now === 'function') return () => now().getTime()
  const start = parseInstant(now)
  if (start === undefined) throw new RangeError(`now must be an RFC 3339 date-time, got ${now}`)
  const startedAt = toMilliseconds(start)
  const startedElapsed = elapsed()
  return () => startedAt + Math.floor(elapsed() - startedElapsed)
}
