import { isAccepted, jsonOf, type Evidence } from '../../evidence/evidence.ts'
import { sameValue } from '../../evidence/same-value.ts'
import { isArray, isObject, type Json } from '../../json.ts'
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
  weight: 'harm',
  stages: ['frame'],
  judge(evidence) {
    const { operation, execution, response, status } = evidence
    const { readStatus } = execution
    const isDeleted = execution.case.journey?.step === 'update-deleted'
    if ((!isDeleted && execution.case.journey?.step !== 'update-absent') || response === undefined) return []
    if (!isAccepted(evidence) || status === 202 || readStatus === undefined) return []
    const isAbsent = readStatus === 404 || readStatus === 410
    const documentsCreation = operation.responses.some((each) => each.status === '201' || each.status === '2XX')
    // If the resource exists after the update, the update may have created it, which is allowed (RFC 9110 §9.3.4, RFC
    // 5789 §2).
    if (!isAbsent && !isDeleted) return []
    if (!isAbsent && (readStatus !== 200 || documentsCreation)) return []
    return [
      {
        pointer: response.pointer,
        address: response.address,
        message: isAbsent
          ? `answers ${status} to an update of ${isDeleted ? 'a deleted' : 'an absent'} resource, which afterwards still does not exist`
          : 'an update creates a deleted resource again, but the document has no 201',
        expected: '404 or 410',
        received: String(status),
        cause: 'phantom update',
        // A response without the sent value may mean that nothing was updated. Example: `{ "matched": 0 }`.
        ...(isAbsent && (!hasContent(evidence) || showsSentValue(evidence)) ? {} : { level: 'drift' }),
      },
    ]
  },
}

function hasContent({ answer }: Evidence): boolean {
  return answer.body.length > 0
}

/**
 * True if the response contains an object with a property of the request, and this property has the value that was
 * sent.
 */
function showsSentValue(evidence: Evidence): boolean {
  const sent = evidence.execution.sent?.body
  const shows = (body: Json | undefined): boolean => {
    if (isArray(body)) return body.some(shows)
    if (!isObject(body)) return false
    const isSent = isObject(sent) && Object.keys(sent).some((name) => sameValue(sent[name], body[name]))
    return isSent || Object.values(body).some(shows)
  }
  return shows(jsonOf(evidence))
}
