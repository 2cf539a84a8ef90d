import { isAccepted, isOneOf } from '../../evidence/evidence.ts'
import type { Rule } from '../rule.ts'
import { statusFault } from '../status-fault.ts'

export const ignoredAuth: Rule = {
  id: 'ignored_auth',
  title: 'Nobody gets in without good credentials',
  why: 'A check that is switched off lets everybody change what is not theirs.',
  level: 'error',
  stages: ['status'],
  judge(evidence) {
    const { execution, operation, status, expected } = evidence
    const { as, expect } = execution.case
    if (as === 'partner') return []
    const wrong = expect.kind === 'locked-out' && !isOneOf(status, expected)
    if (!isAccepted(evidence) && !wrong) return []
    const [requirement] = operation.security
    return [
      statusFault(evidence, {
        pointer: requirement?.pointer ?? '/security',
        ...(requirement === undefined ? {} : { address: requirement.address }),
        message: isAccepted(evidence)
          ? `lets in ${as === 'anonymous' ? 'somebody without credentials' : `credentials that are ${as}`}`
          : `answers ${status} to ${as === 'anonymous' ? 'missing' : as} credentials`,
      }),
    ]
  },
}
