import { joinFindings, type JoinedFinding } from '../../verdicts/join-findings.ts'
import type { Judgement } from '../../verdicts/judge.ts'
import { rules } from '../../rules/rules.ts'

const RANKS = rules.map((rule) => rule.id)

/** The findings of a run, one per cause. */
export function joinJudgements(judgements: readonly Judgement[]): JoinedFinding[] {
  return joinFindings(
    judgements.flatMap(({ findings }) => findings),
    RANKS,
  )
}
