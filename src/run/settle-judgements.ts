import type { Finding } from '../verdicts/finding.ts'
import type { Judgement } from '../verdicts/judge.ts'
import { detectFlakyResponses } from './execute/detect-flaky-responses.ts'
import type { ExecutedPlan } from './execute/execute-plan.ts'
import type { Explored } from './explore/explore-run.ts'
import { shrinkFindings, type Shrunk } from './explore/shrink-findings.ts'
import { dropVacuousRefusals } from './report/drop-vacuous-refusals.ts'
import { blockUnreachableOperations, listReached, type ReachedStatuses } from './report/block-unreachable-operations.ts'
import type { RunSettings } from './run-settings.ts'

/** The judgements that a report is made of. */
export interface SettledJudgements {
  readonly judgements: readonly Judgement[]
  readonly reached: readonly ReachedStatuses[]
  readonly shrunk: ReadonlyMap<Finding, Shrunk>
}

/**
 * Revises the judgements of a run once all its cases were sent: drops refusals that prove nothing, blocks operations that accepted
 * no request, resends
 * cases to detect flaky responses, and shrinks the findings of random cases.
 */
export async function settleJudgements(
  { shard, only }: RunSettings,
  { judgements, context, contracts, resend }: ExecutedPlan,
  explored: Explored,
): Promise<SettledJudgements> {
  const reached = listReached(judgements, context.target)
  // One shard sees too little to block an operation: `merge` decides.
  // A replay sends one case, so that the positive case of a negative one is not among its cases.
  const proved = only === undefined ? dropVacuousRefusals(judgements, context.target) : judgements
  const known = shard === undefined ? blockUnreachableOperations(proved, reached) : proved
  const settled = await detectFlakyResponses(known, context, contracts)
  return { judgements: settled, reached, shrunk: await shrinkFindings(settled, explored, resend) }
}
