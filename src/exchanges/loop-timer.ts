/** A time limit that does not count time in which the event loop is busy. */
export interface LoopTimer {
  /** Starts the time limit again. */
  refresh(): void
  clear(): void
}

/**
 * Calls `expired` after `milliseconds`. After the event loop was busy for seconds, Node calls expired timers before it
 * reads a response that arrived in time. Therefore the limit consists of ten slices. While the event loop is busy, at
 * most one slice ends.
 */
export function startLoopTimer(milliseconds: number, expired: () => void): LoopTimer {
  let left = SLICES
  const timer = setInterval(() => {
    left -= 1
    if (left > 0) return
    clearInterval(timer)
    expired()
  }, milliseconds / SLICES)
  return {
    refresh: () => {
      left = SLICES
      timer.refresh()
    },
    clear: () => clearInterval(timer),
  }
}

const SLICES = 10
