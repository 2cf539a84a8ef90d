/** The clock of a run. It starts at a chosen instant and advances in real time. */
export interface RunClock {
  /** The instant at which the clock starts, ISO 8601. Plans and the dates in scenarios are relative to this instant. */
  readonly start: string
  /** Returns the current time of this clock, ISO 8601. */
  now(): string
  /** Returns monotonic milliseconds for measuring durations. */
  elapsed(): number
}

/** The instant at which the clock of mock and sandbox starts by default: a Monday morning in winter. */
export const DEFAULT_NOW = '2026-01-05T09:00:00Z'

/**
 * Creates a clock that starts at the instant `start`. `elapsed` returns the milliseconds that have passed in real time.
 */
export function runClock(start: string, elapsed: () => number): RunClock {
  const from = Date.parse(start)
  const begun = elapsed()
  return {
    start,
    elapsed,
    now: () => new Date(from + (elapsed() - begun)).toISOString(),
  }
}
