/** The clock of a run: a start that was asked for, and time that passes from there. */
export interface RunClock {
  /** ISO 8601, as it was asked for: what plans and literals start from. */
  readonly start: string
  /** The instant on the run clock, ISO 8601. */
  now(): string
  /** Milliseconds of the machine, from some fixed point. */
  elapsed(): number
}

/** The start for targets of ours when nobody asks for another: a Monday morning in winter. */
export const DEFAULT_NOW = '2026-01-05T09:00:00Z'

/** Ticks on from `start` as `elapsed` does. */
export function runClock(start: string, elapsed: () => number): RunClock {
  const from = Date.parse(start)
  const begun = elapsed()
  return {
    start,
    elapsed,
    now: () => new Date(from + (elapsed() - begun)).toISOString(),
  }
}
