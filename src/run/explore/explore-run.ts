import type { Case } from '../../cases/case.ts'
import type { Exploration } from '../../cases/explore-operation.ts'
import { isExplored } from '../../cases/explored-path.ts'
import type { Plan } from '../../cases/plan-cases.ts'
import type { Operation } from '../../operations/operation.ts'
import type { PlanSettings } from '../run-settings.ts'
import { contextOf } from '../plan-run.ts'

/** What is sent beside the plan, and how it is made smaller. */
export interface Explored {
  readonly cases: readonly Case[]
  readonly explorations: ReadonlyMap<Operation, Exploration>
}

const NOTHING: Explored = { cases: [], explorations: new Map() }

/** Random cases of each operation that the plan calls, or the one that is asked for. Nothing unless somebody explores. */
export async function exploreRun(settings: PlanSettings, { unplanned }: Plan): Promise<Explored> {
  const { operations, target, only, explore } = settings
  if (only === undefined ? explore === undefined : !isExplored(only)) return NOTHING
  // What draws at random is loaded by those who want it.
  const { exploreOperation } = await import('../../cases/explore-operation.ts')
  const context = contextOf(settings)
  const called = operations.filter((operation) => unplanned.every((each) => each.operation !== operation))
  const explorations = new Map(
    called.map((operation) => [operation, exploreOperation(operation, context, target.hides)] as const),
  )
  const cases = [...explorations.values()].flatMap((exploration) =>
    only === undefined ? exploration.draw(explore ?? 0) : (exploration.at(only) ?? []),
  )
  // What somebody sends again is told as it is.
  return { cases, explorations: only === undefined ? explorations : new Map() }
}
