import type { Case } from '../../cases/case.ts'
import type { Exploration } from '../../cases/explore-operation.ts'
import { isExplored } from '../../cases/explored-path.ts'
import { parametersFor } from '../../cases/parameters-for.ts'
import type { Plan } from '../../cases/plan-cases.ts'
import type { Operation } from '../../operations/operation.ts'
import type { PlanSettings } from '../run-settings.ts'
import { contextOf } from '../plan-run.ts'

/** The random cases of a run. For each operation, also the generator that can make smaller cases. */
export interface Explored {
  readonly cases: readonly Case[]
  readonly explorations: ReadonlyMap<Operation, Exploration>
}

const NOTHING: Explored = { cases: [], explorations: new Map() }

/**
 * Generates the random cases of `--explore` for each operation. With `only`, generates only the random case with this
 * id.
 */
export async function exploreRun(settings: PlanSettings, { unplanned }: Plan): Promise<Explored> {
  const { operations, target, only, explore } = settings
  if (only === undefined ? explore === undefined : !isExplored(only)) return NOTHING
  // This module is imported only when it is needed, because loading fast-check takes long.
  const { exploreOperation } = await import('../../cases/explore-operation.ts')
  const context = contextOf(settings)
  const ownContext = (operation: Operation): typeof context => ({
    ...context,
    parameters: parametersFor(operation, context.parameters),
  })
  const called = operations.filter(
    (operation) => operation.isWebhooks !== true && unplanned.every((each) => each.operation !== operation),
  )
  const explorations = new Map(
    called.map((operation) => [operation, exploreOperation(operation, ownContext(operation), target.hides)] as const),
  )
  const cases = [...explorations.values()].flatMap((exploration) =>
    only === undefined ? exploration.draw(explore ?? 0) : (exploration.at(only) ?? []),
  )
  // A replayed case is not shrunk, so it needs no generator.
  return { cases, explorations: only === undefined ? explorations : new Map() }
}
