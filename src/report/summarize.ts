import type { Level } from '../rules/rule.ts'
import type { Report } from './report.ts'
import { VERDICTS } from './states.ts'
import { listFindings } from './worst-first.ts'

const LEVELS: Readonly<Record<Level, readonly [one: string, many: string]>> = {
  error: ['broken promise', 'broken promises'],
  assumption: ['assumption disproved', 'assumptions disproved'],
  drift: ['drift', 'drifts'],
}

/** What stands over a report whose findings hold values. */
export const SHOWS_VALUES =
  'Values that were received are shown, as --show-values asks: this report is not to be published.'

/** The verdict of a whole report in one sentence: what is wrong, how often, and where. */
export function summarize(report: Report): string {
  const findings = listFindings(report)
  const counts = (['error', 'assumption', 'drift'] as const).flatMap((level) => {
    const count = findings.filter(({ finding }) => finding.level === level).length
    return count === 0 ? [] : [`${count} ${LEVELS[level][count === 1 ? 0 : 1]}`]
  })
  const { means } = VERDICTS[report.verdict]
  const found = counts.join(', ')
  const told = found === '' ? means : report.verdict === 'failed' ? found : `${means}; ${found}`
  const places = report.runs.filter((run) => run.verdict === report.verdict).map((run) => `${run.api} on ${run.target}`)
  return report.verdict === 'passed' || places.length === 0 ? told : `${told}: ${places.join(', ')}`
}
