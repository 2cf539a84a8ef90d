/** A time limit that ignores time in which the event loop is busy. */
export interface LoopTimer {
  /** Restarts the time limit. */
  refresh(): void
  clear(): void
}

/**
 * Calls `expired` after `milliseconds`, counted in ten slices. If planning keeps the event loop busy for seconds, Node
 * calls due timers before it reads a response that arrived in time. With slices, at most one of them is lost.
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
