/** The clock of a run. It starts at a chosen instant and advances in real time. */
export interface RunClock {
  /** The instant at which the clock starts, ISO 8601. Plans and the dates in scenarios are relative to it. */
  readonly start: string
  /** Returns the current time of this clock, ISO 8601. */
  now(): string
  /** Returns monotonic milliseconds for measuring durations. */
  elapsed(): number
}

/** The default start for mock and sandbox: a Monday morning in winter. */
export const DEFAULT_NOW = '2026-01-05T09:00:00Z'

/** Creates a clock that starts at `start` and advances with `elapsed`. */
export function runClock(start: string, elapsed: () => number): RunClock {
  const from = Date.parse(start)
  const begun = elapsed()
  return {
    start,
    elapsed,
    now: () => new Date(from + (elapsed() - begun)).toISOString(),
  }
}
