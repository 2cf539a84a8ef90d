import { decidedElsewhere, isAccepted, isExpected, type Evidence } from '../../evidence/evidence.ts'
import type { RuleFault, Rule } from '../rule.ts'
import { statusFault } from '../status-fault.ts'
import { wrongStatus } from '../wrong-status.ts'

export const negativeDataRejection: Rule = {
  id: 'negative_data_rejection',
  title: 'A request that the document forbids is refused',
  why: 'An invalid value that is accepted is stored, and then other clients read it and rely on it.',
  fix: 'refuse this request with a documented 4xx, or allow it in the document',
  examples: {
    passes: 'PATCH /orders/7 {}, where the schema requires one property → 400',
    fails: 'PATCH /orders/7 {}, where the schema requires one property → 200',
  },
  level: 'error',
  weight: 'lenient',
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
        part: negative.name,
        ...opinionOf(evidence),
        message: wrongStatus(title, status),
      }),
    ]
  },
}

/**
 * Negative cases for which the standards do not clearly require a refusal. If a live server accepts one of them, the
 * finding is only a warning. RFC 9110 §8.3 and §15.5.16, RFC 3339 §5.6.
 */
const OPINIONS: ReadonlyMap<string, string> = new Map([
  ['content/wrong', 'body accepted with an undocumented Content-Type'],
  ['content/missing', 'body accepted without Content-Type'],
  ['format/blank-separator', 'space accepted between date and time'],
])

function opinionOf(evidence: Evidence): Partial<RuleFault> {
  const { case: aCase, target } = evidence.execution
  const { negative } = aCase
  const opinion =
    target.name === 'live' && isAccepted(evidence) ? OPINIONS.get(`${negative?.keyword}/${negative?.name}`) : undefined
  return opinion === undefined ? {} : { level: 'warning', cause: opinion }
}
