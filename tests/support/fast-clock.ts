/** A clock on which waiting takes no time: the clock is moved forward instead. */
export interface FastClock {
  /** Milliseconds since 1970. */
  now(): number
  /** Milliseconds of a clock that only measures durations. */
  elapsed(): number
  wait(milliseconds: number): Promise<void>
}

/** Creates a clock that shows the time of the machine plus `ahead` milliseconds. */
export function fastClock(ahead = 0): FastClock {
  let waited = ahead
  const elapsed = (): number => performance.now() + waited
  return {
    now: () => Math.floor(performance.timeOrigin + elapsed()),
    elapsed,
    wait: (milliseconds) => {
      waited += milliseconds
      return Promise.resolve()
    },
  }
}
