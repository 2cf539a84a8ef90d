import type { Fault } from './fault.ts'
import { anivaAnswers } from './faults/aniva/answers.ts'
import { anivaBlind } from './faults/aniva/blind.ts'
import { anivaBlindSecond } from './faults/aniva/blind-second.ts'
import { anivaConflicts } from './faults/aniva/conflicts.ts'
import { anivaCredentials } from './faults/aniva/credentials.ts'
import { anivaErrors } from './faults/aniva/errors.ts'
import { anivaStatuses } from './faults/aniva/statuses.ts'
import { anivaTime } from './faults/aniva/time.ts'
import { anivaUpdate } from './faults/aniva/update.ts'
import { anivaValidation } from './faults/aniva/validation.ts'
import { HELD_OUT } from './faults/held-out.ts'
import { lobbieAnswers } from './faults/lobbie/answers.ts'
import { lobbieBlind } from './faults/lobbie/blind.ts'
import { lobbieBlindSecond } from './faults/lobbie/blind-second.ts'
import { lobbieConflicts } from './faults/lobbie/conflicts.ts'
import { lobbieCredentials } from './faults/lobbie/credentials.ts'
import { lobbieErrors } from './faults/lobbie/errors.ts'
import { lobbieStatuses } from './faults/lobbie/statuses.ts'
import { lobbieTexts } from './faults/lobbie/texts.ts'
import { lobbieTime } from './faults/lobbie/time.ts'
import { lobbieUpdate } from './faults/lobbie/update.ts'
import { lobbieValidation } from './faults/lobbie/validation.ts'

/** Every lie that the sandbox can be told to tell, one at a time. */
export const FAULTS: readonly Fault[] = [
  ...lobbieAnswers,
  ...lobbieErrors,
  ...lobbieStatuses,
  ...lobbieValidation,
  ...lobbieCredentials,
  ...lobbieTexts,
  ...lobbieUpdate,
  ...lobbieTime,
  ...lobbieConflicts,
  ...lobbieBlind,
  ...lobbieBlindSecond,
  ...anivaAnswers,
  ...anivaErrors,
  ...anivaStatuses,
  ...anivaValidation,
  ...anivaCredentials,
  ...anivaUpdate,
  ...anivaTime,
  ...anivaConflicts,
  ...anivaBlind,
  ...anivaBlindSecond,
]

/** The fault of that id, one that is held out too. */
export function findFault(id: string): Fault | undefined {
  return [...FAULTS, ...HELD_OUT].find((fault) => fault.id === id)
}
