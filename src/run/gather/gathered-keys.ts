import { parametersFor } from '../../cases/parameters-for.ts'
import {
  operationGraph,
  producersFor,
  type GraphCorrections,
  type ProducedValue,
} from '../../journeys/operation-graph.ts'
import { itemCreators, makesChosenId } from '../../journeys/item-creators.ts'
import type { Operation } from '../../operations/operation.ts'
import type { Target } from '../../targets/target.ts'
import type { PlanSettings } from '../run-settings.ts'

/** True if the run takes path values from responses. Only runs on a live server without provider states do. */
export function gathersValues({ name, shows }: Pick<Target, 'name' | 'shows'>): boolean {
  return name === 'live' && !shows.state
}

/**
 * Returns the graph of the operations: which responses contain the ids that other operations need. Cached per list of
 * operations.
 */
export function graphOf({ operations, graph }: Pick<PlanSettings, 'operations' | 'graph'>): readonly ProducedValue[] {
  const known = graphs.get(operations)
  if (known?.corrections === graph && known !== undefined) return known.values
  const values = operationGraph(operations, graph)
  graphs.set(operations, { corrections: graph, values })
  return values
}

interface KnownGraph {
  readonly corrections: GraphCorrections | undefined
  readonly values: readonly ProducedValue[]
}

const graphs = new WeakMap<readonly Operation[], KnownGraph>()

/**
 * Returns the path parameters whose values come from responses, as a map. A key has the form `operationId.name`. Its
 * entry lists the operations whose responses may contain the value. Leaves out parameters for which the user gave a
 * value.
 */
export function gatheredKeys(settings: PlanSettings): ReadonlyMap<string, readonly Operation[]> {
  if (!gathersValues(settings.target)) return new Map()
  return new Map(
    graphOf(settings).flatMap((value) =>
      value.consumers.flatMap((operation) => {
        const producers = [
          ...new Set([
            ...producersFor(operation, value).map((producer) => producer.operation),
            ...itemCreators(value),
            ...(makesChosenId(operation, value) ? [operation] : []),
          ]),
        ]
        const isGiven = Object.hasOwn(parametersFor(operation, settings.parameters), value.name)
        return producers.length === 0 || isGiven ? [] : [[`${operation.id}.${value.name}`, producers] as const]
      }),
    ),
  )
}
