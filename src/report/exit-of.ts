import { isFailure } from './is-failure.ts'
import type { Report } from './report.ts'
import { VERDICTS } from './states.ts'

/**
 * Returns the exit code for a report: 0, 1 or 2, by its verdict. If `strict` is true and the report has a finding of
 * any level that the baseline does not list, the code is 1.
 */
export function exitOf(report: Report, strict: boolean): 0 | 1 | 2 {
  const isFound = strict && report.runs.some(({ findings }) => findings.some((finding) => isFailure(finding, true)))
  return isFound ? 1 : VERDICTS[report.verdict].exit
}
