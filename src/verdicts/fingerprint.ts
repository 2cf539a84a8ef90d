import { createHash } from 'node:crypto'
import type { Finding } from './finding.ts'

/** The same problem keeps the same name: of rule, operation and clause, never of wording. Twelve hex digits. */
export function fingerprint(finding: Pick<Finding, 'rule' | 'operation' | 'clause'>): string {
  const { rule, operation, clause } = finding
  return createHash('sha256')
    .update(JSON.stringify([rule, operation, clause]))
    .digest('hex')
    .slice(0, 12)
}
