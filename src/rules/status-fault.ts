import { isSuccess } from '../exchanges/exchange.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { RuleFault } from './rule.ts'

/**
 * Creates a fault for the stage `status`. Faults with the same expected status and the same received status become one
 * finding, even if they violate different clauses.
 */
export function statusFault(
  evidence: Evidence,
  fault: Pick<RuleFault, 'pointer' | 'message'> & Partial<RuleFault>,
): RuleFault {
  return {
    expected: listStatuses(evidence.expected),
    received: String(evidence.status),
    cause: `status ${expectedClass(evidence)} ${receivedClass(evidence)}`,
    ...fault,
  }
}

/** Returns a word for the expected response: `accepted`, `refused`, or the first expected status. */
function expectedClass(evidence: Evidence): string {
  const { expect } = evidence.execution.case
  if (expect.kind === 'refused') return expect.kind
  const [first = ''] = evidence.expected
  if (first.startsWith('2')) return 'accepted'
  return first === '400' || first === '422' ? 'refused' : first
}

/**
 * Returns a word for the received status. Returns `let in` if the server authorized a request without valid
 * credentials. A 400 or 422 counts as authorized, because the server validated the request. Otherwise, returns the
 * status.
 */
function receivedClass(evidence: Evidence): string {
  const { status, execution } = evidence
  if (!['401', '403'].includes(expectedClass(evidence))) return String(status)
  const isAccepted = isSuccess(status)
  const isValidated = execution.case.as !== 'partner' && (status === 400 || status === 422)
  return isAccepted || isValidated ? 'let in' : String(status)
}

/** Returns statuses as a phrase: `200`, `400 or 422`, or `one of 200, 400, 404`. */
export function listStatuses(statuses: readonly string[]): string {
  if (statuses.length <= 2) return statuses.join(' or ')
  return `one of ${statuses.join(', ')}`
}
