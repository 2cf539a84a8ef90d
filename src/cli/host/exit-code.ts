/**
 * The exit codes. `inconclusive` is also used for a wrong argument, for an unreadable document, and for a target that
 * does not respond.
 */
export const EXIT = { passed: 0, failed: 1, inconclusive: 2 } as const
