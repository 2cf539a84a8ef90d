import { isFailure } from './is-failure.ts'
import type { Report } from './report.ts'
import { VERDICTS } from './states.ts'

/**
 * Returns the exit code for the verdict of a report: 0, 1 or 2. With `strict`, returns 1 if a report has a finding of
 * any level that the baseline does not list.
 */
export function exitOf(report: Report, strict: boolean): 0 | 1 | 2 {
  const isFound = strict && report.runs.some(({ findings }) => findings.some((finding) => isFailure(finding, true)))
  return isFound ? 1 : VERDICTS[report.verdict].exit
}
