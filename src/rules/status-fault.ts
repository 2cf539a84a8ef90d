import type { Evidence } from '../evidence/evidence.ts'
import type { Fault } from './rule.ts'

/** What a case expects, by its class: cases of one class that meet one wrong status have one root. */
export function expectedClass(evidence: Evidence): string {
  const { expect } = evidence.execution.case
  if (expect.kind === 'refused') return expect.kind
  const [first = ''] = evidence.expected
  if (first.startsWith('2')) return 'accepted'
  return first === '400' || first === '422' ? 'refused' : first
}

/** A fault of the status stage. Its root is what was expected and what came, not the clause. */
export function statusFault(evidence: Evidence, fault: Pick<Fault, 'pointer' | 'message'> & Partial<Fault>): Fault {
  return {
    expected: words(evidence.expected),
    received: String(evidence.status),
    root: `status ${expectedClass(evidence)} ${whatCame(evidence)}`,
    ...fault,
  }
}

/**
 * The status, or that somebody got in. Who has no good credentials and is told what is wrong with the request has got
 * as far as who is answered 200.
 */
function whatCame(evidence: Evidence): string {
  const { status, execution } = evidence
  if (!['401', '403'].includes(expectedClass(evidence))) return String(status)
  const isLetIn = status >= 200 && status < 300
  const isToldMore = execution.case.as !== 'partner' && (status === 400 || status === 422)
  return isLetIn || isToldMore ? 'let in' : String(status)
}

/** `200`, `400 or 422`, `one of 200, 400, 404`. */
export function words(statuses: readonly string[]): string {
  if (statuses.length <= 2) return statuses.join(' or ')
  return `one of ${statuses.join(', ')}`
}
