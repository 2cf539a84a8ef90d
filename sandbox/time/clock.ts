import { parseInstant, toMilliseconds } from './instant.ts'

/** The current time, in milliseconds since 1970 UTC. */
export type SandboxClock = () => number

/** The time of a sandbox: an RFC 3339 date-time from which it runs on, or a function. */
export type Now = string | (() => Date)

/**
 * Makes the clock of one sandbox. A string is the start, from which real time is added; a function is called every time.
 * @throws {RangeError} when the string is not an RFC 3339 date-time.
 */
export function createClock(now: Now, elapsed: () => number = () => performance.now()): SandboxClock {
  if (typeof now === 'function') return () => now().getTime()
  const start = parseInstant(now)
  if (start === undefined) throw new RangeError(`now must be an RFC 3339 date-time, got ${now}`)
  const startedAt = toMilliseconds(start)
  const startedElapsed = elapsed()
  return () => startedAt + Math.floor(elapsed() - startedElapsed)
}
