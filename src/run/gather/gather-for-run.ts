import { documentedPathValues } from '../../cases/base-request.ts'
import type { Case } from '../../cases/case.ts'
import type { Plan } from '../../cases/plan-cases.ts'
import { contextOf, planRun } from '../plan-run.ts'
import type { RunClock } from '../run-clock.ts'
import type { RunSettings } from '../run-settings.ts'
import { executeCase, type ExecuteCase } from '../execute/execute-case.ts'
import type { OwnReferences } from '../complete/own-references.ts'
import { makesChosenId } from '../../journeys/item-creators.ts'
import { freshId } from './fresh-id.ts'
import { gatherValues, NOTHING_GATHERED, type GatheredValues } from './gather-values.ts'
import { gathersValues, graphOf } from './gathered-keys.ts'

/** Gets values from responses for the path parameters that have no value in the plan. */
export async function gatherForRun(
  settings: RunSettings,
  plan: Plan,
  context: ExecuteCase,
  references?: OwnReferences,
): Promise<GatheredValues> {
  const { target, only, clock } = settings
  if (!gathersValues(target)) return NOTHING_GATHERED
  // A replay sends only one case, but its path values may come from other operations. Therefore plans the cases of all
  // operations.
  const { only: _only, ...whole } = settings
  const cases = only === undefined ? plan.cases : planRun(whole).cases
  const wanted = only === undefined ? undefined : new Set(plan.cases.map(({ operation }) => operation))
  const documented = contextOf(whole)
  const unique = uniqueText(clock)
  const graph = graphOf(settings)
  return gatherValues(cases, {
    graph,
    ...(wanted === undefined ? {} : { wanted }),
    unique,
    chosenFor: (operation) => {
      const value = graph.find((each) => makesChosenId(operation, each))
      const id = value && freshId(value.parameter ?? {}, `${unique}g`)
      return value === undefined || id === undefined ? undefined : { [value.name]: id }
    },
    ...(references === undefined ? {} : { references }),
    send: async (aCase, path) => {
      const because = context.stopConditions?.lost(aCase.operation)
      if (because !== undefined) return withoutRequest(aCase, context, because)
      return executeCase(aCase, {}, { ...context, gathered: new Map([[aCase.operation, path]]) })
    },
    inDocument: (operation) => documentedPathValues(operation, documented),
  })
}

function withoutRequest(aCase: Case, { target }: ExecuteCase, because: string) {
  return {
    case: aCase,
    target: { name: target.name, shows: target.shows },
    without: { kind: 'not-run', because },
  } as const
}

/** Returns a short text of letters and digits that differs in each run. */
export function uniqueText({ now }: Pick<RunClock, 'now'>): string {
  return Math.abs(Date.parse(now()) % 0x7f_ff_ff_ff).toString(36)
}
