/** The clock and timer of a client. */
export interface Clock {
  /** Milliseconds since the epoch, for comparison with dates of other machines. */
  now(): number
  /** Monotonic milliseconds from any start, for measuring durations. */
  elapsed(): number
  /** Calls back once after a delay. Returns a function that cancels it. */
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
