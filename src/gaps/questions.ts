import type { Question } from './gap.ts'
import { filter } from './questions/filter.ts'
import { freeText } from './questions/free-text.ts'
import { missingLocation } from './questions/missing-location.ts'
import { missingProperty } from './questions/missing-property.ts'
import { orderedTimes } from './questions/ordered-times.ts'
import { otherRecord } from './questions/other-record.ts'
import { repeatedRecord } from './questions/repeated-record.ts'
import { sentValue } from './questions/sent-value.ts'
import { stamp } from './questions/stamp.ts'
import type { Recorded } from './recorded.ts'

/**
 * All kinds of faults that are tried. Each function returns the possible faults in the responses of an operation.
 * Reports list the faults in this order.
 */
export const questions: readonly ((recorded: Recorded) => readonly Question[])[] = [
  sentValue,
  otherRecord,
  filter,
  repeatedRecord,
  stamp,
  orderedTimes,
  freeText,
  missingProperty,
  missingLocation,
]
