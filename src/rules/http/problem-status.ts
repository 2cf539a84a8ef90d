import { essenceOf, jsonOf } from '../../evidence/evidence.ts'
import { isObject } from '../../json.ts'
import type { Rule } from '../rule.ts'
import { placeOf } from '../header-fault.ts'

export const problemStatus: Rule = {
  id: 'problem_status',
  title: 'The status in problem details is the status of the response',
  why: 'If the status in the body is wrong, a client that reads only the body handles the wrong error (RFC 9457 §3.1.2).',
  fix: 'copy the status of the response to `status` in the problem details, or leave `status` out',
  examples: {
    passes: 'PATCH /orders/7 → 409 application/problem+json {"status": 409}',
    fails: 'PATCH /orders/7 → 409 application/problem+json {"status": 500}',
  },
  level: 'warning',
  weight: 'wrong',
  stages: ['http'],
  judge(evidence) {
    const { contentType = '', status, execution } = evidence
    const body = jsonOf(evidence)
    if (essenceOf(contentType) !== 'application/problem+json' || !isObject(body)) return []
    const said = body['status']
    if (said === undefined || said === status || execution.target.name === 'mock') return []
    return [
      {
        ...placeOf(evidence),
        at: '/status',
        message: '`status` in the problem details differs from the status of the response',
        expected: String(status),
        received: typeof said === 'number' ? 'another number' : 'no number',
        cause: 'problem status',
      },
    ]
  },
}
