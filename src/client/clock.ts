/** Time as a client needs it. */
export interface Clock {
  /** Milliseconds since the epoch, to read dates of other machines by. */
  now(): number
  /** Milliseconds from any start, never backwards, to measure by. */
  elapsed(): number
  /** Calls back once, later; what it returns takes that back. */
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
