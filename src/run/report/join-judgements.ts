import { joinFindings, type JoinedFinding } from '../../verdicts/join-findings.ts'
import type { Judgement } from '../../verdicts/judge.ts'
import { rules } from '../../rules/rules.ts'

const RANKS = rules.map((rule) => rule.id)

/** Returns the findings of a run. Joins findings with the same cause. */
export function joinJudgements(judgements: readonly Judgement[]): JoinedFinding[] {
  return joinFindings(
    judgements.flatMap(({ findings }) => findings),
    RANKS,
  )
}
