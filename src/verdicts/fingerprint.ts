import { createHash } from 'node:crypto'
import type { Finding } from './finding.ts'

/**
 * Returns the id of a problem, which is the same in every run: 12 hexadecimal digits of a hash. The hash is computed
 * from rule, operation, clause and cause. The words of messages have no effect on it.
 */
export function fingerprint({
  rule,
  operation,
  clause,
  cause,
}: Pick<Finding, 'rule' | 'operation' | 'clause' | 'cause'>): string {
  return createHash('sha256')
    .update(JSON.stringify([rule, operation, clause, cause]))
    .digest('hex')
    .slice(0, 12)
}
