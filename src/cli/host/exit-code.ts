/**
 * The exit codes. `inconclusive` is also the code for a wrong argument, an unreadable document, and a target that does
 * not respond.
 */
export const EXIT = { passed: 0, failed: 1, inconclusive: 2 } as const
