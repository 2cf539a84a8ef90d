import type { Target } from '../../targets/target.ts'

/** A target that counts the requests sent to it. */
export function countRequests(target: Target): { readonly target: Target; requests(): number } {
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
