import type { Target } from '../../targets/target.ts'

/** A target to which at most so many requests a second are sent, evenly; control is not counted. */
export function pace(
  target: Target,
  perSecond: number,
  wait: (milliseconds: number) => Promise<void>,
  elapsed: () => number,
): Target {
  let next = elapsed()
  return {
    ...target,
    send: async (request) => {
      const now = elapsed()
      const turn = Math.max(now, next)
      next = turn + 1000 / perSecond
      if (turn > now) await wait(turn - now)
      return target.send(request)
    },
  }
}
