import { childOf } from '../../document/document.ts'
import { decidedElsewhere, isExpected } from '../../evidence/evidence.ts'
import { words, statusFault } from '../status-fault.ts'
import type { Rule } from '../rule.ts'

export const statusCodeConformance: Rule = {
  id: 'status_code_conformance',
  title: 'The status is one that the document promises',
  why: 'Clients switch on the status; one that nobody wrote down meets no branch of theirs.',
  level: 'error',
  stages: ['status'],
  judge(evidence) {
    if (evidence.response !== undefined || decidedElsewhere(evidence) !== undefined) return []
    const { operation, status, execution } = evidence
    // Whoever does not say who they are is refused as HTTP has it, whether a document repeats that or not.
    if (execution.case.expect.kind === 'locked-out' && isExpected(evidence)) return []
    return [
      statusFault(evidence, {
        pointer: '/responses',
        address: childOf(operation.address, 'responses'),
        message: `answers ${status}, which the document does not have`,
        expected: words(operation.responses.map((response) => response.status)),
        root: `status undocumented ${status}`,
      }),
    ]
  },
}
