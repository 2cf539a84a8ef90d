/** A time limit that does not pass while the event loop is busy. */
export interface LoopTimer {
  /** Starts the time again. */
  refresh(): void
  clear(): void
}

/**
 * Calls `expired` after `milliseconds`. Planning or judging can keep the event loop busy for seconds; a response that
 * arrives meanwhile is read only afterwards, and Node calls due timers before it reads. Therefore the time is counted
 * in ten slices, of which at most one passes while the loop is busy.
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
