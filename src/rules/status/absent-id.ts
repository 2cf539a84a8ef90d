import { isAccepted } from '../../evidence/evidence.ts'
import { UNKNOWN } from '../../cases/maker.ts'
import type { Rule } from '../rule.ts'

export const absentId: Rule = {
  id: 'absent_id',
  title: 'A request for a resource that does not exist gets the documented 404 or 410',
  why: 'If a client gets another status than the documented 404 or 410, it believes that the resource exists.',
  fix: 'answer 404 for an id that no resource has, or remove 404 and 410 from the document',
  examples: {
    passes: '404 is documented, and order 2000000011 does not exist. GET /orders/2000000011 → 404',
    fails: '404 is documented, and order 2000000011 does not exist. GET /orders/2000000011 → 200',
  },
  // The level is only `drift`, because some servers have a resource for every possible id.
  level: 'drift',
  weight: 'wrong',
  stages: ['drift'],
  judge(evidence) {
    const { operation, execution, response, status } = evidence
    const { maker, journey } = execution.case
    if (
      (maker !== UNKNOWN && journey?.step !== 'delete-absent') ||
      response === undefined ||
      !isAccepted(evidence) ||
      status === 202
    )
      return []
    const missing = operation.responses.find((each) => each.status === '404' || each.status === '410')
    if (missing === undefined) return []
    return [
      {
        pointer: response.pointer,
        address: missing.address,
        message: `answers ${status} for an id that no resource should have`,
        expected: missing.status,
        received: String(status),
        cause: CAUSES[operation.method] ?? 'absent id',
      },
    ]
  },
}

/**
 * The cause of a finding, for each method. It is the same text as in the findings of `delete_twice` and
 * `phantom_update`, so that one server fault is reported only once.
 */
const CAUSES: Readonly<Record<string, string>> = {
  DELETE: 'deleted twice',
  PUT: 'phantom update',
  PATCH: 'phantom update',
}
