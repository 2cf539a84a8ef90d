import { isAccepted } from '../../evidence/evidence.ts'
import type { Rule } from '../rule.ts'

export const unsupportedMethod: Rule = {
  id: 'unsupported_method',
  title: 'A method that the document does not define is refused',
  why: 'A method that works but is undocumented is neither tested nor reviewed.',
  fix: 'answer 405, or document the method',
  examples: {
    passes: 'DELETE /orders/7, which is not documented → 405',
    fails: 'DELETE /orders/7, which is not documented → 204',
  },
  level: 'error',
  weight: 'lenient',
  stages: ['status'],
  judge(evidence) {
    const { execution, operation, status } = evidence
    const { expect, method = '' } = execution.case
    if (expect.kind !== 'unsupported-method') return []
    const fault = { pointer: '', address: operation.address, cause: `method ${status}`, received: String(status) }
    // A 2xx for OPTIONS is correct, because a client uses OPTIONS to ask which methods exist.
    if (isAccepted(evidence) && method !== 'OPTIONS') {
      return [
        { ...fault, message: `answers ${status} to ${method}, which the document does not define`, expected: '405' },
      ]
    }
    if (status >= 500 && status !== 501) {
      return [{ ...fault, message: `answers ${status} to ${method}: the server failed`, expected: '405' }]
    }
    return []
  },
}
