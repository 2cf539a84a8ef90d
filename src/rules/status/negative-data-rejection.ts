import { decidedElsewhere, isExpected } from '../../evidence/evidence.ts'
import type { Rule } from '../rule.ts'
import { statusFault } from '../status-fault.ts'

export const negativeDataRejection: Rule = {
  id: 'negative_data_rejection',
  title: 'What the document forbids is refused',
  why: 'A value that should not be there goes on into the store and comes out at somebody else.',
  level: 'error',
  stages: ['status'],
  judge(evidence) {
    const { execution, status } = evidence
    const { expect, negative, title } = execution.case
    if (expect.kind !== 'refused' || negative === undefined) return []
    if (expect.part === 'header' && negative.name === 'absent') return []
    if (isExpected(evidence) || decidedElsewhere(evidence) !== undefined) return []
    return [
      statusFault(evidence, {
        pointer: negative.clause,
        half: 'refuses',
        negative: negative.name,
        message: `${title}: but the answer is ${status}`,
      }),
    ]
  },
}
