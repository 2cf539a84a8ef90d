/** A time limit. The time in which the event loop is busy does not count. */
export interface LoopTimer {
  /** Starts the time limit again from zero. */
  refresh(): void
  clear(): void
}

/**
 * Calls `expired` after `milliseconds`. Planning or judging can keep the event loop busy for seconds. Afterwards, Node
 * first calls the timers that are due, and only then reads a response that arrived in the meantime. Therefore the time
 * is counted in ten slices. While the loop is busy, at most one of them passes.
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
