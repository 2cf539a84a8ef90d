import type { Finding } from '../verdicts/finding.ts'
import type { Judgement } from '../verdicts/judge.ts'
import { detectClosedConnections } from './detect-closed-connections.ts'
import { detectFlakyResponses } from './execute/detect-flaky-responses.ts'
import type { ExecutedPlan } from './execute/execute-plan.ts'
import type { Explored } from './explore/explore-run.ts'
import { shrinkFindings, type Shrunk } from './explore/shrink-findings.ts'
import { dropExplainedConflicts } from './report/drop-explained-conflicts.ts'
import { dropVacuousRefusals } from './report/drop-vacuous-refusals.ts'
import { blockUnreachableOperations, listReached, type ReachedStatuses } from './report/block-unreachable-operations.ts'
import type { RunSettings } from './run-settings.ts'

/** The final verdicts, for the report. */
export interface SettledJudgements {
  readonly judgements: readonly Judgement[]
  readonly reached: readonly ReachedStatuses[]
  readonly shrunk: ReadonlyMap<Finding, Shrunk>
}

/**
 * Makes the final verdicts after all cases were sent. Ignores refusals that prove nothing, and blocks operations that
 * accepted no request. Repeats failed cases, to detect closed connections and flaky responses. Searches for smaller
 * cases for the findings of random cases.
 */
export async function settleJudgements(
  { shard, only }: RunSettings,
  { judgements, context, contracts, resend }: ExecutedPlan,
  explored: Explored,
): Promise<SettledJudgements> {
  const reached = listReached(judgements, context.target)
  // A replay sends only the negative case, not the valid request that belongs to it. Therefore a replay keeps refusals
  // that may prove nothing.
  const proved = only === undefined ? dropVacuousRefusals(judgements, context.target) : judgements
  const isReproduced = only !== undefined && judgements.some(({ findings }) => findings.length > 0)
  // A shard has only some of the cases, so unreachable operations are blocked later, by `merge`. In a replay, a finding
  // that occurred again must stay visible.
  const known = shard === undefined && !isReproduced ? blockUnreachableOperations(proved, reached) : proved
  const settled = await detectFlakyResponses(await detectClosedConnections(known, context), context, contracts)
  const explained = dropExplainedConflicts(settled)
  return { judgements: explained, reached, shrunk: await shrinkFindings(explained, explored, resend) }
}
