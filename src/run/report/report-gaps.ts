import type { RunReport } from '../../report/report.ts'
import type { Judgement } from '../../verdicts/judge.ts'
import { findGaps } from '../../gaps/find-gaps.ts'
import { actionsText } from '../../gaps/overlay-text.ts'
import type { ExecutedPlan } from '../execute/execute-plan.ts'
import type { RunSettings } from '../run-settings.ts'

/** Adds the gaps to the report. A gap is a fault of a server that this run would not detect. */
export function withGaps(
  run: RunReport,
  { whatIf: amend, rules }: Pick<RunSettings, 'whatIf' | 'rules'>,
  { contracts }: Pick<ExecutedPlan, 'contracts'>,
  judgements: readonly Judgement[],
): RunReport {
  if (amend === undefined) return run
  const { tried, gaps } = findGaps({ contracts: [...contracts.values()], judgements, rules, amend })
  const reported = gaps.map(({ kind: { id, weight, sentence }, places }) => ({
    kind: id,
    weight,
    sentence,
    places: places.map(({ operation: { id: operation, method, path }, status, fields }) => ({
      operation,
      method,
      path,
      status,
      fields,
    })),
    overlay: actionsText(places.flatMap(({ closings }) => closings)),
  }))
  return { ...run, whatIf: { tried, gaps: reported } }
}
