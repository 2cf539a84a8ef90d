import { canonical } from './schema/canonical.ts'
import { checkShards, type ShardReport } from './merge/check-shards.ts'
import { joinReportedFindings } from './merge/join-reported-findings.ts'
import { joinCases, joinCells, joinClauses } from './merge/join-states.ts'
import { settleReach, shrinkRequests } from './merge/settle-reach.ts'
import type { ClauseState, Report, RunReport, RunVerdict } from './report.ts'

/**
 * Returns the verdict of a merged run, according to the policy of the gate. `run` was merged from the reports `shards`.
 */
export type DecideRun = (run: RunReport, shards: readonly RunReport[]) => Pick<RunReport, 'verdict' | 'because'>

/**
 * Merges the reports of all shards of a run. The result equals the report of a run without shards, except for times,
 * ports and request counts. Request counts differ because each shard repeats failed requests to detect unstable
 * responses. `decide` returns the verdict of each merged run. Throws `bad-argument` if the reports are not shards of
 * one run.
 *
 * @example mergeReports([{ file: 'a.json', report: a }, { file: 'b.json', report: b }], (run) => decide(run, policy))
 */
export function mergeReports(shards: readonly ShardReport[], decide: DecideRun): Report {
  const [first, ...others] = checkShards(shards)
  const reports = [first, ...others].map(({ report }) => report)
  const { shard: _shard, ...base } = first.report
  const runs = first.report.runs.map((run, index) => {
    const same = reports.flatMap((report) => report.runs[index] ?? [])
    const settled = settleReach(same)
    const joined = joinRuns(settled[0] ?? run, settled)
    return { ...joined, ...decide(joined, same) }
  })
  const start = Math.min(...reports.map(({ startedAt }) => Date.parse(startedAt)))
  const end = Math.max(...reports.map(({ startedAt, durationMs }) => Date.parse(startedAt) + durationMs))
  return canonical({
    ...base,
    startedAt: new Date(start).toISOString(),
    durationMs: end - start,
    verdict: worst(runs),
    runs,
    ...(reports.some(({ showsValues }) => showsValues) ? { showsValues: true as const } : {}),
  })
}

function joinRuns(all: RunReport, runs: readonly RunReport[]): RunReport {
  // The assumptions and accepted roles in `all`, the report of one shard, may be incomplete. They are removed here, and
  // the merged lists are added below.
  const { assumptions: _assumptions, acceptedBlocked: _acceptedBlocked, ...first } = all
  const cases = joinCases(runs)
  const plan = new Map(cases.map(({ path }, index) => [path, index]))
  const findings = joinReportedFindings(
    runs.flatMap((run) => run.findings),
    plan,
  )
  const clauses = joinClauses(runs)
  const count = (state: ClauseState): number => clauses.filter((clause) => clause.state === state).length
  const sum = (of: (run: RunReport) => number): number => runs.reduce((total, run) => total + of(run), 0)
  return {
    ...first,
    verdict: worst(runs),
    because: [...new Set(runs.flatMap(({ because }) => because))],
    counts: {
      cases: cases.length,
      // Shrinking a failed request sends smaller versions of it. The merge may drop findings, so only the shrink
      // requests of the remaining findings are counted.
      requests: sum((run) => run.counts.requests - shrinkRequests(run.findings)) + shrinkRequests(findings),
      controlRequests: sum(({ counts }) => counts.controlRequests),
      passed: count('passed'),
      failed: count('failed'),
      blocked: count('blocked'),
      notRun: count('not-run'),
      notApplicable: count('not-applicable'),
      ...(count('disproved') === 0 ? {} : { disproved: count('disproved') }),
    },
    coverage: {
      clauses: clauses.length,
      reachable: clauses.length - count('not-applicable'),
      exercised: count('passed') + count('failed') + count('disproved'),
      policy: first.coverage.policy,
    },
    cells: joinCells(runs),
    clauses,
    cases,
    findings,
  }
}

function worst(runs: readonly { readonly verdict: RunVerdict }[]): RunVerdict {
  const order: readonly RunVerdict[] = ['failed', 'error', 'blocked']
  return order.find((verdict) => runs.some((run) => run.verdict === verdict)) ?? 'passed'
}
