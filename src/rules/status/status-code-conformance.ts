import { DEPENDING } from '../../cases/case.ts'
import { EMPTY, UNKNOWN } from '../../cases/maker.ts'
import { childOf } from '../../document/document.ts'
import {
  carriesCredentials,
  isExpected,
  refusesAlternative,
  SERVER_DATA,
  type Evidence,
} from '../../evidence/evidence.ts'
import type { Rule } from '../rule.ts'
import { listStatuses, statusFault } from '../status-fault.ts'
import { wrongStatus } from '../wrong-status.ts'

export const statusCodeConformance: Rule = {
  id: 'status_code_conformance',
  title: 'The status is documented for the operation',
  why: 'Clients use the status to decide how to continue. They misinterpret an undocumented status, or do not handle it.',
  fix: 'answer with a documented status, or add this status to the document',
  examples: {
    passes: 'documented: 200, 400. PATCH /orders/7 → 200',
    fails: 'documented: 200, 400. PATCH /orders/7 → 418',
  },
  level: 'error',
  weight: 'wrong',
  stages: ['status'],
  judge(evidence) {
    if (evidence.response !== undefined) return []
    const { operation, status, execution } = evidence
    const { expect, source, maker, title } = execution.case
    // True if the server refused an empty value. The message of the finding then mentions the empty value, because the
    // document probably lacks a minimum length.
    const isEmpty = maker === EMPTY && status >= 400 && status < 500
    // A document need not list 401 and 403, because HTTP defines them for missing or invalid credentials.
    if ((expect.kind === 'locked-out' && isExpected(evidence)) || refusesAlternative(evidence)) return []
    if (status === 401 && execution.case.as === 'partner' && !carriesCredentials(evidence)) return []
    return [
      statusFault(evidence, {
        pointer: '/responses',
        address: childOf(operation.address, 'responses'),
        message: `${isEmpty ? wrongStatus(title, status) : `answers ${status}`}, which the document does not define`,
        expected: listStatuses(operation.responses.map((response) => response.status)),
        cause: `status undocumented ${status}${isEmpty ? ' empty value' : ''}`,
        level: isDrift(evidence) ? 'drift' : 'error',
        // The key `responses/4XX` in `x-source` can mark the whole list of refusal statuses as an assumption.
        ...(expect.kind === 'refused' && status < 500 ? { part: '4XX' } : {}),
        ...(expect.kind === 'status' && source !== undefined && status < 500 ? { source } : {}),
      }),
    ]
  },
}

/**
 * True for an undocumented 4xx if the request is invalid, or if the reason may be the data of a live server. False if
 * the target has provider states and the document has refusal rules, because such a document promises to list every
 * refusal.
 */
function isDrift({ status, execution, expected }: Evidence): boolean {
  const { case: aCase, target } = execution
  if (status < 400 || status >= 500) return false
  // A document need not list the status that a server returns for an unusual value, such as 400 or 414.
  const isUnusual = aCase.maker === UNKNOWN || aCase.maker === EMPTY || DEPENDING.has(aCase.journey?.step)
  const isRefusal = aCase.expect.kind === 'refused' || isUnusual
  if (target.name !== 'live' || target.shows.state) return isRefusal && expected.length === 0
  return isRefusal || SERVER_DATA.has(status)
}
