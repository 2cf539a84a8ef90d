import type { FindingLevel, Report, RunReport } from '../report.ts'
import { VERDICTS } from '../states.ts'
import { isKnown, listFindings } from '../worst-first.ts'
import { baselineProblems } from './baseline.ts'

/** For each level, the words for one finding and for several findings. The worst level is the first. */
const LEVELS: Readonly<Record<FindingLevel, readonly [one: string, many: string]>> = {
  error: ['failure', 'failures'],
  warning: ['warning', 'warnings'],
  assumption: ['assumption disproved', 'assumptions disproved'],
  drift: ['undocumented behaviour', 'undocumented behaviours'],
}

/** The warning above a report that shows received values. */
export const SHOWS_VALUES = 'This report shows received values (--show-values). Do not publish it.'

/**
 * Summarizes a report in one sentence. It contains the number of findings of each level. For a passed report, it also
 * says how many clauses have passed.
 */
export function summarize(report: Report): string {
  const all = listFindings(report)
  const findings = all.filter(({ finding }) => !isKnown(finding))
  const byLevel = Object.entries(LEVELS).flatMap(([level, [one, many]]) => {
    const count = findings.filter(({ finding }) => finding.level === level).length
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]
  })
  const known = all.length - findings.length
  const toChange = report.runs.reduce((sum, run) => sum + baselineProblems(run).length, 0)
  const counts = [
    ...byLevel,
    ...(toChange === 0 ? [] : [`${toChange} ${toChange === 1 ? 'entry' : 'entries'} of the baseline to change`]),
    ...(known === 0 ? [] : [counted(known, 'known failure')]),
  ]
  const { means } = VERDICTS[report.verdict]
  const found = counts.join(', ')
  if (report.verdict === 'passed') return [proved(report.runs), ...counts].join('; ')
  const text = found === '' ? means : report.verdict === 'failed' ? found : `${means}; ${found}`
  const places = report.runs.filter((run) => run.verdict === report.verdict).map(runName)
  return places.length === 0 ? text : `${text}: ${places.join(', ')}`
}

/** Returns how many of the checkable clauses passed, as a sentence. Called only if every run passed. */
function proved(runs: readonly RunReport[]): string {
  const sum = (of: (run: RunReport) => number): number => runs.reduce((total, run) => total + of(run), 0)
  const [passed, reachable] = [sum(({ counts }) => counts.passed), sum(({ coverage }) => coverage.reachable)]
  const share = passed === reachable ? `all ${passed}` : `${passed} of ${reachable}`
  const outside = sum(({ counts }) => counts.notApplicable)
  const rest = outside === 0 ? '' : `; ${outside} more clauses cannot be checked on these targets`
  return `${share} checkable clauses passed: ${runs.map(runName).join(', ')}${rest}`
}

/** Returns the name of a run: `orders on mock`. */
export function runName({ api, target }: Pick<RunReport, 'api' | 'target'>): string {
  return `${api} on ${target}`
}

/** Returns a sentence for each role whose blocked cases the policy accepts. */
export function acceptedSentences({ acceptedBlocked = [] }: Pick<RunReport, 'acceptedBlocked'>): string[] {
  return acceptedBlocked.map(({ role, reason, owner, expires, cases, clauses }) => {
    const count = `${counted(cases, 'case')} and ${counted(clauses, 'clause')}`
    return `accepted as blocked until ${expires}: role ${role}, ${count}: ${reason} (${owner})`
  })
}

/** Returns the percentage of reachable clauses that the run exercised, with at most one decimal. */
export function coverageShare({ exercised, reachable }: RunReport['coverage']): string {
  return String(reachable === 0 ? 0 : Math.floor((exercised / reachable) * 1000) / 10)
}

/** Returns one line about the coverage of a run. */
export function coverageLine({ coverage, counts, target }: RunReport): string {
  const outside = counts.notApplicable === 0 ? '' : `${counts.notApplicable} more cannot be checked on ${target}; `
  return `${coverage.exercised} of ${coverage.reachable} checkable clauses were exercised (${outside}required: ${coverage.policy} %)`
}

/** Returns one line with the numbers of cases and requests of a run. */
export function requestsLine({ cases, requests, controlRequests }: RunReport['counts']): string {
  const control = controlRequests === 0 ? '' : `, and ${controlRequests} for tokens and test data`
  return `${counted(cases, 'case')} in ${counted(requests, 'request')}${control}`
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
