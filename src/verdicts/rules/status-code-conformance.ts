import { childOf } from '../../document/document.ts'
import { words, statusFault } from '../status-fault.ts'
import type { Rule } from '../rule.ts'

export const statusCodeConformance: Rule = {
  id: 'status_code_conformance',
  title: 'The status is one that the document promises',
  why: 'Clients switch on the status; one that nobody wrote down meets no branch of theirs.',
  level: 'error',
  rungs: ['status'],
  judge(evidence) {
    if (evidence.response !== undefined) return []
    const { operation, status } = evidence
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
