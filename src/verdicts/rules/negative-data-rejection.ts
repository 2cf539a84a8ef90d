import { decidedElsewhere, isExpected } from '../evidence.ts'
import type { Rule } from '../rule.ts'
import { statusFault } from '../status-fault.ts'

export const negativeDataRejection: Rule = {
  id: 'negative_data_rejection',
  title: 'What the document forbids is refused',
  why: 'A value that should not be there goes on into the store and comes out at somebody else.',
  level: 'error',
  rungs: ['status'],
  judge(evidence) {
    const { trial, status } = evidence
    const { expect, nearMiss, title } = trial.case
    if (expect.kind !== 'refused' || nearMiss === undefined) return []
    if (expect.part === 'header' && nearMiss.name === 'absent') return []
    if (isExpected(evidence) || decidedElsewhere(evidence) !== undefined) return []
    return [
      statusFault(evidence, {
        pointer: nearMiss.clause,
        half: 'refuses',
        nearMiss: nearMiss.name,
        message: `${title}: but the answer is ${status}`,
      }),
    ]
  },
}
