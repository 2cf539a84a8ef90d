import type { Case } from '../../cases/case.ts'
import type { Execution } from '../../evidence/execution.ts'
import { makesChosenId } from '../../journeys/item-creators.ts'
import type { ProducedValue } from '../../journeys/operation-graph.ts'
import type { Operation } from '../../operations/operation.ts'
import { freshId } from './fresh-id.ts'
import type { MadeObject } from './gather-values.ts'
import { withId } from './make-chosen.ts'
import { objectKey } from './object-key.ts'

/**
 * The ids that the gate chooses for new objects, if the request that makes an object contains its id in the path, such
 * as `POST /users/{name}`.
 */
export interface ChosenIds {
  /** Returns the case with an id that no object has. Returns the case itself if its operation needs none. */
  applied(aCase: Case): Case
  /** Returns the path value that identifies the object that an operation makes. Undefined if the operation makes none. */
  valueOf(operation: Operation): ProducedValue | undefined
  /** Lists the objects that accepted requests made under ids from `applied`. Leaves out the objects in `known`. */
  madeBy(accepted: readonly Execution[], known: readonly MadeObject[]): MadeObject[]
}

/**
 * Creates the ids for the operations that make an object on its own path: POSTs that document 201, and operations that
 * made one of the objects in `made`. `unique` is a short text of letters and digits that is different in every run.
 */
export function chosenIds(graph: readonly ProducedValue[], made: readonly MadeObject[], unique: string): ChosenIds {
  const values = new Map<Operation, ProducedValue>()
  for (const value of graph) {
    for (const each of value.consumers) if (makesChosenId(each, value)) values.set(each, value)
  }
  for (const { by, value } of made) if (by.method === 'POST' && by.path.endsWith('}')) values.set(by, value)
  let counter = 0
  return {
    valueOf: (operation) => values.get(operation),
    applied(aCase) {
      const value = values.get(aCase.operation)
      if (value === undefined || aCase.method !== undefined || aCase.send.path?.[value.name] !== undefined) return aCase
      counter += 1
      const id = freshId(value.parameter ?? {}, `${unique}c${counter.toString(36)}`)
      return id === undefined ? aCase : withId(aCase, value.name, id)
    },
    madeBy(accepted, known) {
      const keyOf = ({ value, path }: MadeObject): string => objectKey(value, path[value.name])
      const seen = new Set(known.map(keyOf))
      return accepted.flatMap(({ case: { operation, method }, sent }) => {
        const value = values.get(operation)
        if (value === undefined || sent === undefined || method !== undefined) return []
        const object = { value, by: operation, path: sent.path, sent: sent.body, before: new Set<string>() }
        if (seen.has(keyOf(object))) return []
        seen.add(keyOf(object))
        return [object]
      })
    },
  }
}
