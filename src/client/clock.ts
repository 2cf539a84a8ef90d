/** The clock and the timer that a client uses. */
export interface Clock {
  /** Milliseconds since the epoch, for comparison with dates that servers send. */
  now(): number
  /** Milliseconds of a monotonic clock, for measuring durations. */
  elapsed(): number
  /** Calls `callback` once, after `milliseconds`. Returns a function that cancels the call. */
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
