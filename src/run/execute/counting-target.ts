import type { Target } from '../../targets/target.ts'

/** Wraps a target and counts its requests. */
export function countingTarget(target: Target): { readonly target: Target; requests(): number } {
  let count = 0
  return {
    target: {
      ...target,
      send: (request) => {
        count += 1
        return target.send(request)
      },
    },
    requests: () => count,
  }
}
