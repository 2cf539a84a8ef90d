import { planCases, type Plan } from '../cases/plan-cases.ts'
import type { PlanContext } from '../cases/plan-context.ts'
import { ROLES } from '../operations/annotations.ts'
import type { RunReport } from '../report/report.ts'
import { contractOf } from '../verdicts/contract.ts'
import { judge, type Judgement } from '../verdicts/judge.ts'
import { carryOutUnit } from './carry-out-unit.ts'
import { inPool } from './in-pool.ts'
import { makeUnits } from './make-units.ts'
import type { RunEvent } from './run-event.ts'
import { reportRun } from './report-run.ts'
import type { RunSettings } from './run-settings.ts'

/** What makers need to know of a target. */
export function contextOf(settings: Pick<RunSettings, 'target' | 'seed' | 'parameters'>): PlanContext {
  const { target, seed, parameters } = settings
  return {
    target: target.name,
    shows: target.shows,
    hasStates: target.shows.state && target.states !== undefined,
    roles: target.roles ?? ROLES,
    parameters,
    seed,
  }
}

/** The plan of a run: what would be sent. */
export function planRun(settings: Pick<RunSettings, 'operations' | 'target' | 'seed' | 'parameters' | 'filter'>): Plan {
  const plan = planCases(settings.operations, contextOf(settings), settings.target.hides)
  return { ...plan, cases: plan.cases.filter((aCase) => settings.filter(aCase.path)) }
}

/** Plans, sends, judges, and folds what came into a report. Listeners hear of each step. */
export async function runContract(
  settings: RunSettings,
  listen: (event: RunEvent) => void = () => {},
): Promise<RunReport> {
  const { api, operations, target, clock, rules } = settings
  const contracts = new Map(operations.map((operation) => [operation.id, contractOf(operation)]))
  const plan = planRun(settings)
  const total = plan.cases.length
  const startedAt = clock.elapsed()
  listen({ kind: 'planned', api, target: target.name, total })
  const units = makeUnits(plan.cases, target.shows.state)
  const judged = new Map<string, Judgement>()
  await inPool(units, settings.concurrency, async (unit) => {
    for (const trial of await carryOutUnit(unit, settings)) {
      const contract = contracts.get(trial.case.operation.id)
      if (contract === undefined) continue
      const judgement = judge(contract, trial, rules)
      judged.set(trial.case.path, judgement)
      listen({ kind: 'judged', api, target: target.name, done: judged.size, total, judgement })
    }
  })
  const judgements = plan.cases.flatMap((aCase) => judged.get(aCase.path) ?? [])
  const run = reportRun(settings, {
    contracts: [...contracts.values()],
    plan,
    judgements,
    milliseconds: clock.elapsed() - startedAt,
  })
  listen({ kind: 'finished', run })
  return run
}
