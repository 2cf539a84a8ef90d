import type { RunReport } from '../report/report.ts'
import { executePlan } from './execute/execute-plan.ts'
import { exploreRun } from './explore/explore-run.ts'
import { describeValues } from './gather/describe-values.ts'
import { madeByCases } from './gather/made-by-cases.ts'
import { removeMade } from './gather/remove-made.ts'
import { planRun } from './plan-run.ts'
import { reportRun } from './report/report-run.ts'
import { reportShard } from './report/report-shard.ts'
import type { RunEvent } from './run-event.ts'
import type { RunSettings } from './run-settings.ts'
import { settleJudgements } from './settle-judgements.ts'

/**
 * Runs one API against one target: plans the cases, sends them, judges the responses and makes the report. Calls
 * `listen` with each event of the run.
 */
export async function runContract(
  settings: RunSettings,
  listen: (event: RunEvent) => void = () => {},
): Promise<RunReport> {
  const plan = planRun(settings)
  const explored = await exploreRun(settings, plan)
  const executed = await executePlan(settings, { plan, explored }, listen)
  const settled = await settleJudgements(settings, executed, explored)
  const { made } = executed.gathered
  const objects = [...made, ...madeByCases(settled.judgements, made)]
  const removed = await removeMade(objects, settings, executed.context)
  const report = (judgements: typeof settled.judgements): RunReport =>
    reportRun(settings, {
      contracts: [...executed.contracts.values()],
      plan,
      judgements,
      timeouts: executed.stop.timeouts(),
      requests: executed.requests(),
      missing: executed.missing,
      values: describeValues(executed.gathered, removed),
      shrunk: settled.shrunk,
    })
  const run =
    settings.shard === undefined ? report(settled.judgements) : reportShard(settled.judgements, settled.reached, report)
  listen({ kind: 'finished', run })
  return run
}
