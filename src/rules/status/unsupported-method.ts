import { headerOf } from '../../exchanges/exchange.ts'
import { isAccepted } from '../../evidence/evidence.ts'
import type { Rule } from '../rule.ts'

export const unsupportedMethod: Rule = {
  id: 'unsupported_method',
  title: 'A method that the document does not have is not answered',
  why: 'A method that nobody wrote down is a door that nobody watches; a 405 names the ones that exist (RFC 9110 §15.5.6).',
  level: 'error',
  stages: ['status'],
  judge(evidence) {
    const { execution, operation, status, answer } = evidence
    const { expect, method = '' } = execution.case
    if (expect.kind !== 'unsupported-method') return []
    const fault = { pointer: '', address: operation.address, root: `method ${status}`, received: String(status) }
    // OPTIONS asks what is allowed, and may be told.
    if (isAccepted(evidence) && method !== 'OPTIONS') {
      return [
        { ...fault, message: `answers ${status} to ${method}, which the document does not have`, expected: '405' },
      ]
    }
    if (status >= 500 && status !== 501) {
      return [{ ...fault, message: `answers ${status} to ${method}: a fault inside the server`, expected: '405' }]
    }
    if (status === 405 && headerOf(answer, 'allow') === undefined) {
      return [
        {
          ...fault,
          message: `refuses ${method} without saying what it allows`,
          expected: 'a header Allow',
          received: 'none',
        },
      ]
    }
    return []
  },
}
