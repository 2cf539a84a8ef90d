import { accessChecks } from './checks/access.ts'
import { anivaBodyChecks } from './checks/body.ts'
import { anivaConflictChecks } from './checks/conflicts.ts'
import { requestedValueChecks } from './checks/requested-values.ts'

/** All checks of Aniva, in the order in which they run (decision 0001). */
export const anivaChecks = { ...accessChecks, ...anivaBodyChecks, ...anivaConflictChecks, ...requestedValueChecks }

export type AnivaCheckName =
  | keyof typeof accessChecks
  | keyof typeof anivaBodyChecks
  | keyof typeof anivaConflictChecks
  | keyof typeof requestedValueChecks
