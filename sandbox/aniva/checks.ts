import { accessChecks } from './checks/access.ts'
import { bodyChecks } from './checks/body.ts'
import { conflictChecks } from './checks/conflicts.ts'
import { requestedValueChecks } from './checks/requested-values.ts'

/** Everything that Aniva looks at, in the order of the doors (decision 0001). */
export const anivaChecks = { ...accessChecks, ...bodyChecks, ...conflictChecks, ...requestedValueChecks }

export type CheckName =
  keyof typeof accessChecks | keyof typeof bodyChecks | keyof typeof conflictChecks | keyof typeof requestedValueChecks
