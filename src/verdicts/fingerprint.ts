import { createHash } from 'node:crypto'
import type { Finding } from './finding.ts'

/** Identifies a problem across runs by rule, operation and clause, never by wording. Twelve hex digits. */
export function fingerprint(finding: Pick<Finding, 'rule' | 'operation' | 'clause'>): string {
  const { rule, operation, clause } = finding
  return createHash('sha256')
    .update(JSON.stringify([rule, operation, clause]))
    .digest('hex')
    .slice(0, 12)
}
