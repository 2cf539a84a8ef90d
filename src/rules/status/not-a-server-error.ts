import { isExpected } from '../../evidence/evidence.ts'
import type { Rule } from '../rule.ts'
import { statusFault } from '../status-fault.ts'

export const notAServerError: Rule = {
  id: 'not_a_server_error',
  title: 'Nothing that is sent breaks the server',
  why: 'A 5xx to a request that the document speaks of is a fault inside the server.',
  level: 'error',
  stages: ['status'],
  judge(evidence) {
    const { status, response, operation } = evidence
    if (status < 500 || isExpected(evidence)) return []
    // Where a document has nothing else, that is what it promises.
    if (operation.responses.every((each) => each.status.startsWith('5'))) return []
    return [
      statusFault(evidence, {
        pointer: response?.pointer ?? '/responses',
        ...(response === undefined ? {} : { address: response.address }),
        message: `answers ${status}: a fault inside the server`,
        root: `status server error ${status}`,
      }),
    ]
  },
}
