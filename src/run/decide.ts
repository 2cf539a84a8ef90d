import type { RunReport, RunVerdict } from '../report/report.ts'
import type { Policy } from './policy.ts'

/** What decides over one run. */
export type Decided = Pick<RunReport, 'counts' | 'coverage' | 'findings'>

/**
 * The verdict over one run, and the sentences that say why it is not green. Broken when there is a finding of level
 * error; else blocked when anything is, nothing was exercised, or coverage is below policy. What is not the whole of a run is
 * not asked for its coverage.
 */
export function decide(run: Decided, policy: Policy, isWhole = true): { verdict: RunVerdict; because: string[] } {
  if (run.findings.some((finding) => finding.level === 'error')) return { verdict: 'failed', because: [] }
  const because: string[] = []
  const { counts, coverage } = run
  if (counts.blocked > 0 && policy.blocked.kind === 'fail') {
    because.push(`${counts.blocked} ${counts.blocked === 1 ? 'clause' : 'clauses'} could not be judged`)
  }
  if (!isWhole) return { verdict: because.length === 0 ? 'passed' : 'blocked', because }
  if (coverage.exercised === 0) because.push('nothing was exercised, so nothing is proved')
  const share = coverage.reachable === 0 ? 100 : (100 * coverage.exercised) / coverage.reachable
  if (share < coverage.policy) {
    because.push(
      `coverage is ${share.toFixed(1)} % of the reachable clauses, and the policy asks for ${coverage.policy} %`,
    )
  }
  return { verdict: because.length === 0 ? 'passed' : 'blocked', because }
}

/** The verdict over all runs: the worst of them. */
export function decideAll(runs: readonly Pick<RunReport, 'verdict'>[]): RunVerdict {
  const order: readonly RunVerdict[] = ['failed', 'error', 'blocked']
  return (
    order.find((verdict) => runs.some((run) => run.verdict === verdict)) ?? (runs.length === 0 ? 'error' : 'passed')
  )
}

/** A case that could not be judged is never green, whichever clauses others exercised. */
export function blockedCases({ cases }: Pick<RunReport, 'cases'>, { blocked: { kind } }: Policy): string[] {
  const blocked = cases.filter(({ verdict }) => verdict === 'blocked')
  const [first] = blocked
  if (first === undefined || kind !== 'fail') return []
  const more = blocked.length === 1 ? '' : `, and ${blocked.length - 1} more`
  return [`case ${first.path} could not be judged: ${first.because ?? 'no reason is known'}${more}`]
}
