import type { Evidence } from './evidence.ts'
import type { Fault } from './rule.ts'

/** What a case expects, by its class: cases of one class that meet one wrong status have one root. */
export function expectedClass(evidence: Evidence): string {
  const { expect } = evidence.trial.case
  if (expect.kind === 'refused') return expect.kind
  const [first = ''] = evidence.expected
  if (first.startsWith('2')) return 'accepted'
  return first === '400' || first === '422' ? 'refused' : first
}

/** A fault of the status rung. Its root is what was expected and what came, not the clause. */
export function statusFault(evidence: Evidence, fault: Pick<Fault, 'pointer' | 'message'> & Partial<Fault>): Fault {
  return {
    expected: words(evidence.expected),
    received: String(evidence.status),
    root: `status ${expectedClass(evidence)} ${evidence.status}`,
    ...fault,
  }
}

/** `200`, `400 or 422`, `one of 200, 400, 404`. */
export function words(statuses: readonly string[]): string {
  if (statuses.length <= 2) return statuses.join(' or ')
  return `one of ${statuses.join(', ')}`
}
