import { createHash } from 'node:crypto'
import type { Finding } from './finding.ts'

/**
 * Returns an id of a problem that is the same in every run: 12 hexadecimal digits of a hash of rule, operation, clause
 * and cause. The wording of messages has no effect.
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
