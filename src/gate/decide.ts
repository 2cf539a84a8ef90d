import type { Report, RunReport, RunVerdict } from '../report/report.ts'
import type { Policy } from './policy.ts'

/** What decides over one run. */
export type Decided = Pick<RunReport, 'counts' | 'coverage' | 'findings'>

/**
 * The verdict over one run, and the sentences that say why it is not green. Broken when there is a finding of level
 * error; else blocked when anything is, nothing was exercised, or coverage is below policy.
 */
export function decide(run: Decided, policy: Policy): { verdict: RunVerdict; because: string[] } {
  if (run.findings.some((finding) => finding.level === 'error')) return { verdict: 'broken', because: [] }
  const because: string[] = []
  const { counts, coverage } = run
  if (counts.blocked > 0 && policy.blocked.kind === 'fail') {
    because.push(`${counts.blocked} ${counts.blocked === 1 ? 'clause' : 'clauses'} could not be judged`)
  }
  if (coverage.exercised === 0) because.push('nothing was exercised, so nothing is proved')
  const share = coverage.reachable === 0 ? 100 : (100 * coverage.exercised) / coverage.reachable
  if (share < coverage.policy) {
    because.push(
      `coverage is ${share.toFixed(1)} % of the reachable clauses, and the policy asks for ${coverage.policy} %`,
    )
  }
  return { verdict: because.length === 0 ? 'holds' : 'blocked', because }
}

/** The verdict over all runs: the worst of them. */
export function decideAll(runs: readonly Pick<RunReport, 'verdict'>[]): RunVerdict {
  const order: readonly RunVerdict[] = ['broken', 'error', 'blocked']
  return order.find((verdict) => runs.some((run) => run.verdict === verdict)) ?? (runs.length === 0 ? 'error' : 'holds')
}

/** 0 holds, 1 a finding of level error (or, if strict, any), 2 it could not be judged. */
export function exitCodeOf(report: Pick<Report, 'verdict' | 'runs'>, strict: boolean): 0 | 1 | 2 {
  const found = report.runs.some((run) => run.findings.some((finding) => strict || finding.level === 'error'))
  if (found) return 1
  return report.verdict === 'holds' ? 0 : 2
}
