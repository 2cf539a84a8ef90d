import type { Report } from './report.ts'
import { VERDICTS } from './states.ts'

/** The exit code that a report stands for: of its verdict, or 1 for a finding of any level where that is asked for. */
export function exitOf(report: Report, strict: boolean): 0 | 1 | 2 {
  const isFound = strict && report.runs.some(({ findings }) => findings.length > 0)
  return isFound ? 1 : VERDICTS[report.verdict].exit
}
