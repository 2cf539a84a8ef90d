import { isAccepted, isOneOf } from '../../evidence/evidence.ts'
import type { Rule } from '../rule.ts'
import { statusFault } from '../status-fault.ts'

export const ignoredAuth: Rule = {
  id: 'ignored_auth',
  title: 'A request without valid credentials is refused',
  why: 'If the server does not check credentials, any caller can read and change any data.',
  fix: 'check the credentials before anything else',
  examples: {
    passes: 'PATCH /orders/7 with expired credentials → 401',
    fails: 'PATCH /orders/7 with expired credentials → 200',
  },
  level: 'error',
  weight: 'harm',
  stages: ['status'],
  judge(evidence) {
    const { execution, operation, status, expected } = evidence
    const { as, expect, access } = execution.case
    // Skips requests with valid credentials. Requests of a second user have valid credentials too, and the rule
    // `two_users` judges them.
    if (as === 'partner' || execution.case.journey !== undefined) return []
    const isWrongRefusal = expect.kind === 'locked-out' && !isOneOf(status, expected)
    if (!isAccepted(evidence) && !isWrongRefusal) return []
    const [first] = operation.security
    const requirement = operation.security.find(({ pointer }) => pointer === access?.alternative) ?? first
    const defect = access?.defect
    const credentials =
      defect !== undefined
        ? `${defect.kind} credentials of ${defect.schemes.map((name) => `\`${name}\``).join(' and ')}`
        : as === 'anonymous'
          ? 'no credentials'
          : `credentials of the kind "${as}"`
    return [
      statusFault(evidence, {
        pointer: requirement?.pointer ?? '/security',
        ...(requirement === undefined ? {} : { address: requirement.address }),
        message: isAccepted(evidence)
          ? `accepts a request with ${credentials}`
          : `answers ${status} to a request with ${credentials}`,
      }),
    ]
  },
}
