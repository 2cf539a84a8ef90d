import { whyBodiless } from '../../operations/operation.ts'
import type { Rule } from '../rule.ts'

export const undocumentedBody: Rule = {
  id: 'undocumented_body',
  title: 'A response without documented content must not have a body',
  why: 'An undocumented body is not checked against a schema, but clients may begin to rely on it.',
  fix: 'describe the body in the document, or do not send it',
  examples: {
    passes: '409 is documented without content. PATCH /orders/7 → 409 without a body',
    fails: '409 is documented without content. PATCH /orders/7 → 409 {"error": "closed"}',
  },
  level: 'drift',
  weight: 'wrong',
  stages: ['drift'],
  judge({ response, status, answer, operation, execution }) {
    if (response === undefined || response.content.length > 0 || answer.body.length === 0) return []
    if (execution.target.name === 'mock') return []
    const method = execution.exchange?.request.method ?? operation.method
    if (whyBodiless(method, String(status)) !== undefined) return []
    return [
      {
        pointer: response.pointer,
        address: response.address,
        message: 'has a body although none is documented',
        expected: 'no body',
        received: `a body of ${answer.body.length} bytes`,
        cause: 'undocumented body',
      },
    ]
  },
}
