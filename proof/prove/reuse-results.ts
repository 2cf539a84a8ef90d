import { isDeepStrictEqual } from 'node:util'
import type { Plan } from '../../src/cases/plan-cases.ts'
import { planRun } from '../../src/run/plan-run.ts'
import type { RunSettings } from '../../src/run/run-settings.ts'
import { judge, type Judgement } from '../../src/verdicts/judge.ts'

/** The largest number of judgements that are kept for one case. */
const KEPT = 3

/**
 * Returns functions that plan and judge the runs of one document on sandboxes with different faults. Most responses of
 * two such runs are equal. Therefore only the first run is planned, and an execution is judged only if no equal
 * execution was judged before (at most `KEPT` are kept for each case). The results are the same as without reuse,
 * because planning and judging use neither network nor clock. All runs must have the same operations, rules, seed and
 * plan, and equal targets.
 */
export function reuseResults(): Required<Pick<RunSettings, 'planRun' | 'judge'>> {
  let planned: Plan | undefined
  const judged = new Map<string, Judgement[]>()
  return {
    planRun: (settings) => (planned ??= planRun(settings)),
    judge: (contract, execution, rules) => {
      const kept = judged.get(execution.case.path) ?? []
      const same = kept.find((judgement) => isDeepStrictEqual(judgement.execution, execution))
      if (same !== undefined) return same
      const judgement = judge(contract, execution, rules)
      if (kept.length < KEPT) judged.set(execution.case.path, [...kept, judgement])
      return judgement
    },
  }
}
