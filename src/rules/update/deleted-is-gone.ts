import { isAccepted } from '../../evidence/evidence.ts'
import { sameValue } from '../../evidence/same-value.ts'
import { isObject } from '../../json.ts'
import type { Rule } from '../rule.ts'

export const deletedIsGone: Rule = {
  id: 'deleted_is_gone',
  title: 'An accepted DELETE removes or changes the resource',
  why: 'After an accepted DELETE, clients expect that the resource no longer exists (RFC 9110 §9.3.5).',
  fix: 'remove the resource, answer 202 if that takes time, or refuse the request',
  examples: {
    passes: 'DELETE /orders/7 → 204, and GET /orders/7 → 404',
    fails: 'DELETE /orders/7 → 204, and GET /orders/7 returns what it returned before',
  },
  level: 'error',
  weight: 'harm',
  stages: ['frame'],
  judge(evidence) {
    const { operation, execution, response, status } = evidence
    const [before, later] = [execution.before?.subject, execution.later?.subject]
    const isItem = operation.path.endsWith('}')
    // Some servers only mark a resource as deleted. A second DELETE then changes nothing, which is not a fault.
    if (execution.case.journey?.step === 'delete-again') return []
    if (operation.method !== 'DELETE' || !isItem || response === undefined) return []
    if (!isAccepted(evidence) || status === 202) return []
    if (!isObject(before) || !isObject(later) || !sameValue(before, later)) return []
    return [
      {
        pointer: response.pointer,
        address: response.address,
        message: `answers ${status} to DELETE, but afterwards the resource is unchanged`,
        expected: 'no such resource',
        received: 'the same resource as before',
        cause: 'not deleted',
      },
    ]
  },
}
