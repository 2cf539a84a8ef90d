/** The clock of a run: a chosen start, then real time. */
export interface RunClock {
  /** ISO 8601; plans and literals are relative to it. */
  readonly start: string
  /** The current instant of the run clock, ISO 8601. */
  now(): string
  /** Monotonic milliseconds of the machine. */
  elapsed(): number
}

/** Default start on mock and sandbox: a Monday morning in winter. */
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
