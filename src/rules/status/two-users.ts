import { isAccepted } from '../../evidence/evidence.ts'
import type { Rule } from '../rule.ts'

export const twoUsers: Rule = {
  id: 'two_users',
  title: 'A user cannot read or change the objects of another user',
  why: 'If the server does not check who owns an object, every user who can guess an id can read and change the data of all users.',
  fix: 'check that the object belongs to the caller, and answer the documented 403 or 404 otherwise',
  examples: {
    passes: 'another user created order 7, and 403 is documented. GET /orders/7 → 403',
    fails: 'another user created order 7, and 403 is documented. GET /orders/7 → 200',
  },
  level: 'error',
  weight: 'harm',
  stages: ['status'],
  judge(evidence) {
    const { operation, execution, response, status } = evidence
    const { as, journey } = execution.case
    if (journey === undefined || as !== 'other-partner' || journey.step === 'list-as-other') return []
    const refusal = FOREIGN.map((each) => operation.responses.find((one) => one.status === each)).find(Boolean)
    if (refusal === undefined || response === undefined || !isAccepted(evidence)) return []
    const does = { GET: 'read', DELETE: 'delete' }[operation.method] ?? 'change'
    return [
      {
        pointer: response.pointer,
        address: refusal.address,
        message: `lets a second user ${does} the object of the first`,
        expected: refusal.status,
        received: String(status),
        cause: 'foreign object',
        // If the document defines 404, the level is only `drift`: the 404 may mean that an object does not exist, and
        // users can share objects.
        ...(refusal.status === '404' ? { level: 'drift' } : {}),
      },
    ]
  },
}

/** The documented statuses that may mean that an object belongs to another user. The clearest one is the first. */
const FOREIGN = ['403', '4XX', '404'] as const
