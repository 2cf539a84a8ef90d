import type { FindingReport } from './report.ts'
import { isKnown } from './worst-first.ts'

/**
 * True if a finding makes the run fail: its level is `error`, and the baseline does not list it. With `strict`, its
 * level may be any.
 */
export function isFailure(finding: FindingReport, strict = false): boolean {
  return (strict || finding.level === 'error') && !isKnown(finding)
}
