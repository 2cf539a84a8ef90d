import { isExpected } from '../../evidence/evidence.ts'
import type { Rule } from '../rule.ts'
import { statusFault } from '../status-fault.ts'

export const notAServerError: Rule = {
  id: 'not_a_server_error',
  title: 'A request must not make the server fail',
  why: 'A 5xx in response to a request that any client can send is a defect of the server, even if the 5xx is documented.',
  fix: 'search the server log for the time and path of the request',
  examples: {
    passes: 'PATCH /orders/7 {"due": "…"} → 200',
    fails: 'PATCH /orders/7 {"due": "…"} → 500, although 500 is documented',
  },
  level: 'error',
  weight: 'harm',
  stages: ['status'],
  judge(evidence) {
    const { status, response, operation } = evidence
    if (status < 500 || isExpected(evidence)) return []
    // If the document lists only 5xx statuses for the operation, a 5xx is the correct response.
    if (operation.responses.every((each) => each.status.startsWith('5'))) return []
    return [
      statusFault(evidence, {
        pointer: response?.pointer ?? '/responses',
        ...(response === undefined ? {} : { address: response.address }),
        message: `answers ${status}: the server failed`,
        cause: `server error ${status}`,
      }),
    ]
  },
}
