import type { FindingReport } from './report.ts'
import { isKnown } from './worst-first.ts'

/**
 * True if a finding makes the run fail: its level is `error` and the baseline does not list it. If `strict` is true, the
 * level does not matter.
 */
export function isFailure(finding: FindingReport, strict = false): boolean {
  return (strict || finding.level === 'error') && !isKnown(finding)
}
