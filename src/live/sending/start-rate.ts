/** Runs pieces of work in sequence, at a limited rate. */
export interface StartRate {
  /** Runs `work` after all earlier work, as soon as the rate permits. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  /** Delays the next start by this time, because the server asked to wait. */
  pause(milliseconds: number): void
}

export interface StartRateOptions {
  readonly perSecond: number
  /** Returns the milliseconds of a monotonic clock, for measuring durations. */
  elapsed(): number
  wait(milliseconds: number): Promise<void>
}

/**
 * Additional time between two starts, in milliseconds. Without it, network delays could make more requests arrive
 * within a second than the rate permits.
 */
const MARGIN = 50

/**
 * Permits at most `perSecond` starts in any second. If `perSecond` is below 1, starts are 1 / `perSecond` seconds
 * apart.
 */
export function startRate({ perSecond, elapsed, wait }: StartRateOptions): StartRate {
  const together = Math.max(1, Math.floor(perSecond))
  const span = (together / perSecond) * 1000 + MARGIN
  const starts: number[] = []
  let paused = -Infinity
  let queue: Promise<unknown> = Promise.resolve()
  const start = async (): Promise<void> => {
    const earliest = Math.max(paused, (starts.at(-together) ?? -Infinity) + span)
    // Waits again if a timer ended too early.
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
