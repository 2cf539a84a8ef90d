import type { Target } from '../../../targets/target.ts'

/**
 * Returns a target that sends at most `perSecond` requests per second, at equal intervals. The limit does not apply to
 * requests that set up provider states.
 */
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
      const start = Math.max(now, next)
      next = start + 1000 / perSecond
      if (start > now) await wait(start - now)
      return target.send(request)
    },
  }
}
