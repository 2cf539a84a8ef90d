import { resourceSchema } from '../../evidence/response/documented-part.ts'
import { isAccepted } from '../../evidence/evidence.ts'
import { SET_BY_SERVERS } from '../../evidence/response/returned-fields.ts'
import { sameValue } from '../../evidence/same-value.ts'
import { isObject } from '../../json.ts'
import { fieldsOf } from '../../operations/read/read-update.ts'
import type { Rule } from '../rule.ts'

/**
 * Matches names of properties that can mark a resource as deleted. If a resource has such a property, the server is
 * allowed to return the resource after the DELETE.
 */
const MARKS = /delet|remov|archiv|trash|activ|enabled|disabled|status|state|cancel|closed/i

export const useAfterDelete: Rule = {
  id: 'use_after_delete',
  title: 'A read must not return a deleted resource',
  why: 'A client shows the deleted resource, because nothing in the response says that it was deleted.',
  fix: 'answer 404 or 410, or document the property that marks a deleted resource',
  examples: {
    passes: 'DELETE /orders/7 → 204, GET /orders/7 → 404',
    fails:
      'DELETE /orders/7 → 204, GET /orders/7 → 200 with other values, and no documented property marks it as deleted',
  },
  level: 'drift',
  weight: 'harm',
  stages: ['drift'],
  judge(evidence) {
    const { execution, response, status } = evidence
    const { before, later, readBy } = execution
    if (evidence.operation.method !== 'DELETE' || response === undefined || readBy === undefined) return []
    if (!isAccepted(evidence) || status === 202 || !isObject(before?.subject) || !isObject(later?.subject)) return []
    // Skips a resource that has not changed, because the rule `deleted_is_gone` reports it.
    if (sameValue(before.subject, later.subject)) return []
    // If every property differs, the body may be an error message, or a new resource with the same id.
    const [old, now] = [before.subject, later.subject]
    if (!Object.keys(old).some((name) => !SET_BY_SERVERS.test(name) && sameValue(old[name], now[name]))) return []
    const names = [...fieldsOf(resourceSchema(readBy)).keys()]
    if (names.some((name) => MARKS.test(name))) return []
    return [
      {
        pointer: response.pointer,
        address: response.address,
        message: `answers ${status} to DELETE, but the resource can still be read`,
        expected: '404 or 410 to a GET afterwards',
        received: 'a resource with other values',
        cause: 'read after delete',
      },
    ]
  },
}
