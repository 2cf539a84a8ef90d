import type { FindingReport } from './report.ts'
import { isKnown } from './worst-first.ts'

/**
 * True if a finding makes the run fail: its level is `error`, and the baseline does not list it. With `strict`, a
 * finding of any level makes the run fail, unless the baseline lists it.
 */
export function isFailure(finding: FindingReport, strict = false): boolean {
  return (strict || finding.level === 'error') && !isKnown(finding)
}
