import { isAccepted } from '../../evidence/evidence.ts'
import type { Rule } from '../rule.ts'

export const phantomUpdate: Rule = {
  id: 'phantom_update',
  title: 'An update of a resource that does not exist is refused or creates the resource',
  why: 'A client believes that its data is stored, although the resource does not exist.',
  fix: 'answer 404 to an update of a resource that does not exist, or create the resource and document 201',
  examples: {
    passes: 'order 7 does not exist. PUT /orders/7 → 404',
    fails: 'order 7 does not exist. PUT /orders/7 → 200, GET /orders/7 → 404',
  },
  level: 'error',
  stages: ['frame'],
  judge(evidence) {
    const { operation, execution, response, status } = evidence
    const { readStatus } = execution
    if (execution.case.journey?.step !== 'update-deleted' || response === undefined) return []
    if (!isAccepted(evidence) || status === 202 || readStatus === undefined) return []
    const isAbsent = readStatus === 404 || readStatus === 410
    const documentsCreation = operation.responses.some((each) => each.status === '201' || each.status === '2XX')
    if (!isAbsent && (readStatus !== 200 || documentsCreation)) return []
    return [
      {
        pointer: response.pointer,
        address: response.address,
        message: isAbsent
          ? `answers ${status} to an update of a deleted resource, which afterwards still does not exist`
          : 'an update creates a deleted resource again, but the document has no 201',
        expected: '404 or 410',
        received: String(status),
        cause: 'phantom update',
        ...(isAbsent ? {} : { level: 'drift' }),
      },
    ]
  },
}
