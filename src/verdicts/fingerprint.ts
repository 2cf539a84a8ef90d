import { createHash } from 'node:crypto'
import type { Finding } from './finding.ts'

/**
 * Identifies a problem across runs: a hash of rule, operation, clause and cause, but not of the wording. Twelve
 * hexadecimal digits.
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
