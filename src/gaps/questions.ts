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
 * Every kind of fault that is tried. Each function returns the possible faults of an operation's responses. Reports use
 * this order.
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
