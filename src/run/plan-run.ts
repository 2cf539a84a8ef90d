import { leanOf } from '../cases/lean.ts'
import { planCases, type Plan } from '../cases/plan-cases.ts'
import type { PlanContext } from '../cases/plan-context.ts'
import { ROLES } from '../operations/annotations.ts'
import type { PlanSettings } from './run-settings.ts'

/** What makers need to know of a target. */
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

/** The plan of a run: what would be sent. */
export function planRun(settings: PlanSettings): Plan {
  const { operations, target, only } = settings
  const plan = planCases(operations, contextOf(settings), target.hides)
  const cases = settings.lean === true && only === undefined ? leanOf(plan.cases) : plan.cases
  return { ...plan, cases: cases.filter(({ path }) => only === undefined || path === only) }
}
