import { isAccepted } from '../../evidence/evidence.ts'
import { headerOf } from '../../exchanges/exchange.ts'
import type { Rule } from '../rule.ts'

export const unsupportedMethod: Rule = {
  id: 'unsupported_method',
  title: 'A method that the document does not define is refused',
  why: 'An undocumented method that works has neither tests nor a review; a 405 lists the methods that exist (RFC 9110 §15.5.6).',
  fix: 'answer 405 with an Allow header, or document the method',
  examples: {
    passes: 'DELETE /orders/7, which is not documented → 405 with `Allow: PATCH`',
    fails: 'DELETE /orders/7, which is not documented → 204',
  },
  level: 'error',
  stages: ['status'],
  judge(evidence) {
    const { execution, operation, status, answer } = evidence
    const { expect, method = '' } = execution.case
    if (expect.kind !== 'unsupported-method') return []
    const fault = { pointer: '', address: operation.address, cause: `method ${status}`, received: String(status) }
    // A 2xx is a correct response to OPTIONS, which asks which methods exist.
    if (isAccepted(evidence) && method !== 'OPTIONS') {
      return [
        { ...fault, message: `answers ${status} to ${method}, which the document does not define`, expected: '405' },
      ]
    }
    if (status >= 500 && status !== 501) {
      return [{ ...fault, message: `answers ${status} to ${method}: the server failed`, expected: '405' }]
    }
    if (status === 405 && headerOf(answer, 'allow') === undefined) {
      return [
        {
          ...fault,
          message: 'answers 405 without an Allow header',
          expected: 'a header Allow',
          received: 'none',
          cause: 'missing Allow',
          level: execution.target.name === 'live' ? 'warning' : 'error',
        },
      ]
    }
    return []
  },
}
