/** Exit codes: the contract holds, is broken, or could not be judged (bad arguments, unreadable document, target down). */
export const EXIT = { holds: 0, broken: 1, couldNotJudge: 2 } as const
