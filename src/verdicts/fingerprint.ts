import { createHash } from 'node:crypto'
import type { Finding } from './finding.ts'

/** Identifies a problem across runs by rule, operation, clause and cause, never by wording. Twelve hex digits. */
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
