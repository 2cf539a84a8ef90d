import type { Evidence } from '../evidence/evidence.ts'
import type { RuleFault } from './rule.ts'

/** A fault at the status stage. Its cause is the pair of expected and received status, whatever the clause. */
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

/** The class of the expected statuses: `accepted`, `refused`, or the status itself. */
function expectedClass(evidence: Evidence): string {
  const { expect } = evidence.execution.case
  if (expect.kind === 'refused') return expect.kind
  const [first = ''] = evidence.expected
  if (first.startsWith('2')) return 'accepted'
  return first === '400' || first === '422' ? 'refused' : first
}

/**
 * `let in` if a caller without good credentials passed the check: a 2xx, and also a 400 or 422, because the server has
 * then looked at the request. Otherwise the status.
 */
function receivedClass(evidence: Evidence): string {
  const { status, execution } = evidence
  if (!['401', '403'].includes(expectedClass(evidence))) return String(status)
  const isAccepted = status >= 200 && status < 300
  const isValidated = execution.case.as !== 'partner' && (status === 400 || status === 422)
  return isAccepted || isValidated ? 'let in' : String(status)
}

/** `200`, `400 or 422`, `one of 200, 400, 404`. */
export function listStatuses(statuses: readonly string[]): string {
  if (statuses.length <= 2) return statuses.join(' or ')
  return `one of ${statuses.join(', ')}`
}
