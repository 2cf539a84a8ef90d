import { BLIND_SETS, splitSet } from './blind-sets.ts'
import { type Fault, FAULT_FAMILIES } from '../sandbox/faults/fault.ts'
import { FAULTS as SHIPPED_FAULTS } from '../sandbox/faults.ts'
import { ANIVA_ANSWERS } from './faults/aniva/answers.ts'
import { ANIVA_CONFLICTS } from './faults/aniva/conflicts.ts'
import { ANIVA_CREDENTIALS } from './faults/aniva/credentials.ts'
import { ANIVA_FIRST_SET } from './faults/aniva/first-set.ts'
import { ANIVA_HELD_OUT } from './faults/aniva/held-out.ts'
import { ANIVA_REFUSALS } from './faults/aniva/refusals.ts'
import { ANIVA_SECOND_SET } from './faults/aniva/second-set.ts'
import { ANIVA_TIMES } from './faults/aniva/times.ts'
import { ANIVA_UPDATES } from './faults/aniva/updates.ts'
import { ANIVA_VALIDATION } from './faults/aniva/validation.ts'
import { FAULTS_OF_BOTH } from './faults/both.ts'
import { LOBBIE_ANSWERS } from './faults/lobbie/answers.ts'
import { LOBBIE_CONFLICTS } from './faults/lobbie/conflicts.ts'
import { LOBBIE_CREDENTIALS } from './faults/lobbie/credentials.ts'
import { LOBBIE_FIRST_SET } from './faults/lobbie/first-set.ts'
import { LOBBIE_HELD_OUT } from './faults/lobbie/held-out.ts'
import { LOBBIE_REFUSALS } from './faults/lobbie/refusals.ts'
import { LOBBIE_SECOND_SET } from './faults/lobbie/second-set.ts'
import { LOBBIE_TIMES } from './faults/lobbie/times.ts'
import { LOBBIE_UPDATES } from './faults/lobbie/updates.ts'
import { LOBBIE_VALIDATION } from './faults/lobbie/validation.ts'

const OWN_FAULTS: readonly Fault[] = [
  ...SHIPPED_FAULTS,
  ...FAULTS_OF_BOTH,
  ...[LOBBIE_ANSWERS, LOBBIE_REFUSALS, LOBBIE_VALIDATION, LOBBIE_CREDENTIALS].flat(),
  ...[LOBBIE_UPDATES, LOBBIE_TIMES, LOBBIE_CONFLICTS, ANIVA_UPDATES, ANIVA_TIMES, ANIVA_CONFLICTS].flat(),
  ...[ANIVA_ANSWERS, ANIVA_REFUSALS, ANIVA_VALIDATION, ANIVA_CREDENTIALS].flat(),
]

/**
 * Faults by authors who did not know the gate. At first, the gate did not detect all of these faults. Now it detects
 * all of them.
 */
export const THIRD_PARTY_FAULTS: readonly Fault[] = [
  LOBBIE_FIRST_SET,
  LOBBIE_SECOND_SET,
  ANIVA_FIRST_SET,
  ANIVA_SECOND_SET,
  ...Object.values(BLIND_SETS).map((set) => splitSet(set).proved.faults),
].flat()

/** Every fault that `prove` must detect, sorted by API and then by family. */
export const ALL_FAULTS: readonly Fault[] = (['lobbie', 'aniva'] as const).flatMap((api) =>
  FAULT_FAMILIES.flatMap((family) =>
    [...OWN_FAULTS, ...THIRD_PARTY_FAULTS].filter((fault) => fault.api === api && fault.family === family),
  ),
)

/**
 * Faults for which the gate was never improved. They show how well the gate detects faults that it was not written for.
 * `prove --held-out` reports how many it detects. If you improve the gate for one of these faults, move that fault to
 * the main set and have a new one written.
 */
export const HELD_OUT: readonly Fault[] = [...LOBBIE_HELD_OUT, ...ANIVA_HELD_OUT]

/** Returns the fault with this id. Also finds held-out faults. Throws a RangeError if no fault has the id. */
export function findAnyFault(id: string): Fault {
  const found = [...ALL_FAULTS, ...HELD_OUT].find((fault) => fault.id === id)
  if (found === undefined) throw new RangeError(`there is no fault ${id}`)
  return found
}
