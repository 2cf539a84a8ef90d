import { leanOf } from '../cases/lean.ts'
import { planCases, type Plan } from '../cases/plan-cases.ts'
import type { PlanContext } from '../cases/plan-context.ts'
import { ROLES } from '../operations/annotations.ts'
import type { PlanSettings } from './run-settings.ts'

/** Returns the facts about a target that the makers of cases need. */
export function contextOf({ target, seed, parameters, allowDestructive }: PlanSettings): PlanContext {
  return {
    target: target.name,
    shows: target.shows,
    hasStates: target.shows.state && target.states !== undefined,
    roles: target.roles ?? ROLES,
    parameters,
    seed,
    allowDestructive,
  }
}

/** Plans the cases that a run sends. Also lists the cases that it does not send, with reasons. */
export function planRun(settings: PlanSettings): Plan {
  const { operations, target, only, lean } = settings
  const plan = planCases(operations, contextOf(settings), target.hides)
  // The case of a replay may be in the full plan only, or in the lean plan only, so both are searched.
  if (only !== undefined) return { ...plan, cases: plan.cases.filter(({ path }) => path === only) }
  if (target.selects !== undefined) return { ...plan, cases: plan.cases.filter(target.selects) }
  return lean === true ? { ...plan, cases: leanOf(plan.cases) } : plan
}
