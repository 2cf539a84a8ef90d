import { statusOf } from '../evidence/execution.ts'
import { plainPath } from '../journeys/path-value.ts'
import type { RunReport } from '../report/report.ts'
import type { Judgement } from '../verdicts/judge.ts'
import { executePlan, type ExecutedPlan } from './execute/execute-plan.ts'
import { exploreRun } from './explore/explore-run.ts'
import { isSuccess } from '../exchanges/exchange.ts'
import { isObject, type Json } from '../json.ts'
import { describeLeft } from './gather/describe-left.ts'
import { graphOf } from './gather/gathered-keys.ts'
import { describeValues } from './gather/describe-values.ts'
import { removeMade } from './gather/remove-made.ts'
import { planRun } from './plan-run.ts'
import { reportRun } from './report/report-run.ts'
import { reportShard } from './report/report-shard.ts'
import type { RunEvent } from './run-event.ts'
import type { RunSettings } from './run-settings.ts'
import { settleJudgements } from './settle-judgements.ts'

/**
 * Tests one API on one target: plans the cases, sends them, judges the responses and makes the report. Calls `listen`
 * with each event.
 */
export async function runContract(
  settings: RunSettings,
  listen: (event: RunEvent) => void = () => {},
): Promise<RunReport> {
  const plan = (settings.planRun ?? planRun)(settings)
  const explored = await exploreRun(settings, plan)
  const executed = await executePlan(settings, { plan, explored }, listen)
  const settled = await settleJudgements(settings, executed, explored)
  await repeatCreations(settled.judgements, executed)
  const removed = await removeMade(executed, settled.judgements, settings)
  const documentErrors = await settings.documentErrors?.()
  const report = (judgements: typeof settled.judgements): RunReport =>
    reportRun(settings, {
      contracts: [...executed.contracts.values()],
      plan,
      judgements,
      timeouts: executed.stop.timeouts(),
      requests: executed.requests(),
      missing: executed.missing,
      values: [
        ...describeValues(executed.gathered, removed),
        ...describeLeft(executed.context.accepted ?? [], removed, executed.context.accepted ? graphOf(settings) : []),
      ],
      shrunk: settled.shrunk,
      ...(documentErrors === undefined ? {} : { documentErrors }),
    })
  const whole =
    settings.shard === undefined ? report(settled.judgements) : reportShard(settled.judgements, settled.reached, report)
  const run =
    settings.whatIf === undefined
      ? whole
      : await import('./report/report-gaps.ts').then(({ withGaps }) =>
          withGaps(whole, settings, executed, settled.judgements),
        )
  listen({ kind: 'finished', run })
  return run
}

/**
 * For each operation that creates objects, sends an accepted POST a second time: the one with the most properties in
 * its body. If the server returns the same object again, all objects of this operation may have existed before, and the
 * gate deletes none of them.
 */
async function repeatCreations(
  judgements: readonly Judgement[],
  { resend, gathered }: Pick<ExecutedPlan, 'resend' | 'gathered'>,
): Promise<void> {
  const onCollections = gathered.made.filter(({ by, value }) => plainPath(by.path) !== value.key)
  for (const operation of new Set(onCollections.map(({ by }) => by))) {
    const accepted = judgements.flatMap(({ execution }) => {
      const status = statusOf(execution)
      const isCreation = execution.case.operation === operation && isSuccess(status) && status !== 202
      return isCreation && execution.case.journey === undefined && execution.case.method === undefined
        ? [execution]
        : []
    })
    const [first] = accepted.toSorted((one, other) => sizeOf(other.sent?.body) - sizeOf(one.sent?.body))
    if (first !== undefined) await resend(first.case)
  }
}

function sizeOf(body: Json | undefined): number {
  return isObject(body) ? Object.keys(body).length : 0
}
