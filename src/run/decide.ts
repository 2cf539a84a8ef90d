import { isFailure } from '../report/is-failure.ts'
import { baselineProblems } from '../report/texts/baseline.ts'
import { coverageShare } from '../report/texts/summarize.ts'
import type { RunReport, RunVerdict } from '../report/report.ts'
import { blockedClauses } from './accept-blocked.ts'
import type { Policy } from './policy.ts'

/** The parts of a report on which its verdict depends. */
export type Decided = Pick<RunReport, 'counts' | 'coverage' | 'findings' | 'acceptedBlocked' | 'baseline'>

/**
 * Returns the verdict of a run, and the reasons if it is `blocked`. The run is `failed` if a finding of level `error`
 * is not in the baseline, or if the baseline itself has a problem, such as an expired entry. Otherwise the run is
 * `blocked` if the policy does not accept a blocked clause, if no clause was exercised, or if coverage is too low. If
 * the run is only a part of the plan (`isWhole` is false), such as a shard, coverage is not checked.
 */
export function decide(run: Decided, policy: Policy, isWhole = true): { verdict: RunVerdict; because: string[] } {
  const isFailed = run.findings.some((finding) => isFailure(finding)) || baselineProblems(run).length > 0
  if (isFailed) return { verdict: 'failed', because: [] }
  const because: string[] = []
  const { coverage } = run
  const blocked = blockedClauses(run)
  if (blocked > 0 && policy.blocked.kind === 'fail') {
    because.push(`${blocked} ${blocked === 1 ? 'clause' : 'clauses'} could not be judged`)
  }
  if (!isWhole) return { verdict: because.length === 0 ? 'passed' : 'blocked', because }
  if (coverage.exercised === 0) because.push('no clause was exercised')
  const share = coverageShare(coverage)
  if (coverage.reachable > 0 && Number(share) < coverage.policy) {
    because.push(`coverage is ${share} % of the reachable clauses, and the policy requires ${coverage.policy} %`)
  }
  return { verdict: because.length === 0 ? 'passed' : 'blocked', because }
}

/** Returns the worst verdict of all runs. */
export function decideAll(runs: readonly Pick<RunReport, 'verdict'>[]): RunVerdict {
  const order: readonly RunVerdict[] = ['failed', 'error', 'blocked']
  return (
    order.find((verdict) => runs.some((run) => run.verdict === verdict)) ?? (runs.length === 0 ? 'error' : 'passed')
  )
}

/**
 * Returns a list with one sentence about the cases that could not be judged. The list is empty if there are no such
 * cases, or if the policy allows blocked cases. Otherwise, one blocked case is enough to block the run, even if other
 * cases tested the same clauses.
 */
export function blockedCases({ cases }: Pick<RunReport, 'cases'>, { blocked: { kind } }: Policy): string[] {
  const blocked = cases.filter(({ verdict }) => verdict === 'blocked')
  const [first] = blocked
  if (first === undefined || kind !== 'fail') return []
  const more = blocked.length === 1 ? '' : ` and ${blocked.length - 1} more`
  return [`case ${first.path}${more} could not be judged: ${first.because ?? 'unknown reason'}`]
}
