/** Lets requests start, one at a time and not too often. */
export interface StartRate {
  /** Runs `work` when the one before has ended and the rate allows another start. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  /** No request starts before this much time, in milliseconds, has passed: a server asked to wait. */
  pause(milliseconds: number): void
}

export interface StartRateOptions {
  readonly perSecond: number
  /** Monotonic milliseconds. */
  elapsed(): number
  wait(milliseconds: number): Promise<void>
}

/** Starts reach a server with differing delays, so that a bare second would let three of them arrive within one. */
const MARGIN = 50

/**
 * No second has more than `perSecond` starts, wherever the second begins; with less than one per second, each start waits
 * for its share.
 */
export function startRate({ perSecond, elapsed, wait }: StartRateOptions): StartRate {
  const together = Math.max(1, Math.floor(perSecond))
  const span = (together / perSecond) * 1000 + MARGIN
  const starts: number[] = []
  let paused = -Infinity
  let queue: Promise<unknown> = Promise.resolve()
  const start = async (): Promise<void> => {
    const earliest = Math.max(paused, (starts.at(-together) ?? -Infinity) + span)
    // A timer may fire a little early.
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
