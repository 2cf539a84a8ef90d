/** Runs requests one after the other, and not more often than the rate allows. */
export interface StartRate {
  /** Runs `work` as soon as all earlier work has ended and the rate allows another start. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  /** Starts no request for the next `milliseconds`. Used if a server asks to wait. */
  pause(milliseconds: number): void
}

export interface StartRateOptions {
  readonly perSecond: number
  /** Returns the milliseconds of a monotonic clock. */
  elapsed(): number
  wait(milliseconds: number): Promise<void>
}

/**
 * Milliseconds that are added to the time between starts. Requests take different times to arrive. Without this
 * addition, more requests than the rate allows could arrive within one second.
 */
const MARGIN = 50

/**
 * Limits the number of starts within any interval of one second to `perSecond`. If `perSecond` is below 1, each start
 * is 1 / `perSecond` seconds after the start before it.
 */
export function startRate({ perSecond, elapsed, wait }: StartRateOptions): StartRate {
  const together = Math.max(1, Math.floor(perSecond))
  const span = (together / perSecond) * 1000 + MARGIN
  const starts: number[] = []
  let paused = -Infinity
  let queue: Promise<unknown> = Promise.resolve()
  const start = async (): Promise<void> => {
    const earliest = Math.max(paused, (starts.at(-together) ?? -Infinity) + span)
    // Waits again if the timer fired too early.
    for (let left = earliest - elapsed(); left > 0; left = earliest - elapsed()) await wait(Math.ceil(left))
    starts.push(elapsed())
    if (starts.length > together) starts.shift()
  }
  return {
    inTurn: (work) => {
      const done = queue.then(start).then(work)
      queue = done.catch(() => undefined)
      return done
    },
    pause: (milliseconds) => {
      paused = Math.max(paused, elapsed() + milliseconds)
    },
  }
}
