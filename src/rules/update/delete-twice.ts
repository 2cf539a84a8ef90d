import { isAccepted } from '../../evidence/evidence.ts'
import type { Rule } from '../rule.ts'

export const deleteTwice: Rule = {
  id: 'delete_twice',
  title: 'A second DELETE gets the documented 404 or 410',
  why: 'If a client gets another status than the documented 404 or 410, it cannot see that the resource was already deleted.',
  fix: 'answer 404 or 410 to a DELETE of a resource that does not exist, or remove 404 and 410 from the document',
  examples: {
    passes: '404 is documented. DELETE /orders/7 → 204, DELETE /orders/7 → 404',
    fails: '404 is documented. DELETE /orders/7 → 204, DELETE /orders/7 → 204',
  },
  level: 'drift',
  weight: 'wrong',
  stages: ['drift'],
  judge(evidence) {
    const { operation, execution, response, status } = evidence
    if (execution.case.journey?.step !== 'delete-again' || response === undefined || !isAccepted(evidence)) return []
    const missing = operation.responses.find((each) => each.status === '404' || each.status === '410')
    if (missing === undefined) return []
    return [
      {
        pointer: response.pointer,
        address: missing.address,
        message: `answers ${status} to a second DELETE of the same resource`,
        expected: missing.status,
        received: String(status),
        cause: 'deleted twice',
      },
    ]
  },
}
