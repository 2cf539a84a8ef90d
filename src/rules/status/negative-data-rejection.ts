import { decidedElsewhere, isExpected } from '../../evidence/evidence.ts'
import type { Rule } from '../rule.ts'
import { statusFault } from '../status-fault.ts'

export const negativeDataRejection: Rule = {
  id: 'negative_data_rejection',
  title: 'A request that the document forbids is refused',
  why: 'A wrong value that is accepted is stored, and other clients read it and rely on it.',
  fix: 'refuse this request with a documented 4xx, or allow it in the document',
  examples: {
    passes: 'PATCH /orders/7 {}, where the schema asks for one property → 400',
    fails: 'PATCH /orders/7 {}, where the schema asks for one property → 200',
  },
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
