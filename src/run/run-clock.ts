/** The clock of a run: it begins at a chosen instant and then advances in real time. */
export interface RunClock {
  /** ISO 8601. Plans, and dates in scenarios, are relative to this instant. */
  readonly start: string
  /** The current instant of the run clock, ISO 8601. */
  now(): string
  /** Milliseconds of the machine's monotonic clock. */
  elapsed(): number
}

/** Default start for mock and sandbox: a Monday morning in winter. */
export const DEFAULT_NOW = '2026-01-05T09:00:00Z'

/** A clock that starts at `start` and advances with `elapsed`. */
export function runClock(start: string, elapsed: () => number): RunClock {
  const from = Date.parse(start)
  const begun = elapsed()
  return {
    start,
    elapsed,
    now: () => new Date(from + (elapsed() - begun)).toISOString(),
  }
}
