/** The clock and the timer that a client uses. */
export interface Clock {
  /** The time in milliseconds since 1970 UTC. It is compared with dates that servers send. */
  now(): number
  /** The time of a monotonic clock, in milliseconds. It is used to measure durations. */
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
