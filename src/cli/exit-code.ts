/** Exit codes. Inconclusive covers bad arguments, an unreadable document and a target that is down. */
export const EXIT = { passed: 0, failed: 1, inconclusive: 2 } as const
