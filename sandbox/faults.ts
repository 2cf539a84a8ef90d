import type { Fault } from './fault.ts'
import { answerFaults } from './faults/answers.ts'
import { conflictFaults } from './faults/conflicts.ts'
import { credentialFaults } from './faults/credentials.ts'
import { statusFaults } from './faults/statuses.ts'
import { timeFaults } from './faults/time.ts'
import { updateFaults } from './faults/update.ts'
import { validationFaults } from './faults/validation.ts'

/** Every lie that the sandbox can be told to tell, one at a time. */
export const FAULTS: readonly Fault[] = [
  ...answerFaults,
  ...statusFaults,
  ...validationFaults,
  ...credentialFaults,
  ...updateFaults,
  ...timeFaults,
  ...conflictFaults,
]

/** The fault of that id. */
export function findFault(id: string): Fault | undefined {
  return FAULTS.find((fault) => fault.id === id)
}
