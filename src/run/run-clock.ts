/** The clock of a run: it begins at a chosen instant and then advances in real time. */
export interface RunClock {
  /** The time at which the clock begins, ISO 8601. Plans, and the dates that scenarios send, are relative to it. */
  readonly start: string
  /** Returns the present time of the run clock, ISO 8601. */
  now(): string
  /** Returns the milliseconds of a monotonic clock, for measuring durations. */
  elapsed(): number
}

/** The default start of the clock for mock and sandbox: a Monday morning in winter. */
export const DEFAULT_NOW = '2026-01-05T09:00:00Z'

/** Creates a clock that begins at `start` and advances together with `elapsed`. */
export function runClock(start: string, elapsed: () => number): RunClock {
  const from = Date.parse(start)
  const begun = elapsed()
  return {
    start,
    elapsed,
    now: () => new Date(from + (elapsed() - begun)).toISOString(),
  }
}
