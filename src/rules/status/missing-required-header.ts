import { decidedElsewhere, isExpected } from '../../evidence/evidence.ts'
import type { Rule } from '../rule.ts'
import { statusFault } from '../status-fault.ts'
import { wrongStatus } from '../wrong-status.ts'

export const missingRequiredHeader: Rule = {
  id: 'missing_required_header',
  title: 'A request without a required header is refused',
  why: 'If a request without the header is accepted, clients will leave the header out.',
  fix: 'refuse the request, or make the header optional in the document',
  examples: {
    passes: 'PATCH /orders/7 without the required header X-Tenant → 400',
    fails: 'PATCH /orders/7 without the required header X-Tenant → 200',
  },
  level: 'error',
  weight: 'lenient',
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
        message: wrongStatus(title, status),
      }),
    ]
  },
}
