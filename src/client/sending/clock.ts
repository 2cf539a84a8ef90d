/** The clock and the timer that a client uses. */
export interface Clock {
  /** The current time in milliseconds since 1970 UTC. Used for comparisons with dates of servers. */
  now(): number
  /** The milliseconds of a monotonic clock. Used to measure durations. */
  elapsed(): number
  /** Calls `callback` after `milliseconds`. Returns a function that cancels this call. */
  after(milliseconds: number, callback: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds)
    return () => clearTimeout(timer)
  },
}
