import { acceptCases } from '../cases/accept-cases.ts'
import { leanOf } from '../cases/lean.ts'
import { planCases, type Plan } from '../cases/plan-cases.ts'
import type { PlanContext } from '../cases/plan-context.ts'
import { isCombination } from '../cases/makers/combinations.ts'
import { meetsAlternative } from '../exchanges/credentials/choose-alternative.ts'
import { ROLES } from '../operations/annotations.ts'
import type { Operation } from '../operations/operation.ts'
import { gatheredKeys, gathersValues } from './gather/gathered-keys.ts'
import { planJourneys } from './journeys/plan-journeys.ts'
import type { PlanSettings } from './run-settings.ts'

/** Returns the context of planning: the facts about the target, and the settings on which the plan depends. */
export function contextOf(settings: PlanSettings): PlanContext {
  const { target, seed, parameters, allowDestructive, plan, only } = settings
  const partner = target.credentials?.partner
  const isKnown = partner !== undefined && (partner.type !== 'none' || target.states === undefined)
  return {
    gathered: new Set(gatheredKeys(settings).keys()),
    target: target.name,
    shows: target.shows,
    hasStates: target.shows.state && target.states !== undefined,
    roles: target.roles ?? ROLES,
    ...(isKnown ? { meets: (alternative) => meetsAlternative(partner, alternative) } : {}),
    parameters,
    seed,
    allowDestructive,
    // Only the deep plan contains all combinations. To find a combination again, its replay uses the deep plan.
    ...(only !== undefined && isCombination(only) ? { plan: 'deep' } : plan === undefined ? {} : { plan }),
  }
}

/** Plans the cases of a run. Also returns the cases that will not be sent, with reasons. */
export function planRun(settings: PlanSettings): Plan {
  const { operations, target, only } = settings
  const context = contextOf(settings)
  const planned = planCases(operations, context, target.hides)
  const isSent = (operation: Operation): boolean => planned.unplanned.every((each) => each.operation !== operation)
  const more = gathersValues(target) ? acceptCases(operations.filter(isSent), context) : []
  const plan = { ...planned, cases: [...planned.cases, ...more, ...planJourneys(settings, context, planned.unplanned)] }
  // The lean plan may not contain the replayed case, so it is searched in all cases.
  if (only !== undefined) return { ...plan, cases: plan.cases.filter(({ path }) => path === only) }
  if (target.selects !== undefined) return { ...plan, cases: plan.cases.filter(target.selects) }
  return settings.plan === 'lean' ? { ...plan, cases: leanOf(plan.cases) } : plan
}
