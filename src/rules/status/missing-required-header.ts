import { decidedElsewhere, isExpected } from '../../evidence/evidence.ts'
import type { Rule } from '../rule.ts'
import { statusFault } from '../status-fault.ts'

export const missingRequiredHeader: Rule = {
  id: 'missing_required_header',
  title: 'A request without a required header is refused',
  why: 'What a server does not ask for, its clients stop sending.',
  level: 'error',
  stages: ['status'],
  judge(evidence) {
    const { execution, status } = evidence
    const { expect, negative, title } = execution.case
    if (expect.kind !== 'refused' || expect.part !== 'header' || negative?.name !== 'absent') return []
    if (isExpected(evidence) || decidedElsewhere(evidence) !== undefined) return []
    return [
      statusFault(evidence, {
        pointer: negative.clause,
        half: 'refuses',
        message: `${title}: but the answer is ${status}`,
      }),
    ]
  },
}
