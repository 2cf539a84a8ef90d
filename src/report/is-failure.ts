import type { FindingReport } from './report.ts'
import { isKnown } from './worst-first.ts'

/**
 * True if a finding makes the run fail: the baseline does not list it, and its level is `error`. If `strict` is true,
 * every level counts.
 */
export function isFailure(finding: FindingReport, strict = false): boolean {
  return (strict || finding.level === 'error') && !isKnown(finding)
}
