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
 * Ids that the gate chooses for new objects. Needed if the request has the new id in its path, such as `POST
 * /users/{name}`.
 */
export interface ChosenIds {
  /** Returns the case with a new id. Returns the case unchanged if its operation needs no new id. */
  applied(aCase: Case): Case
  /**
   * Returns the path parameter for the id of the object that an operation creates. Returns undefined if not the client
   * but the server chooses the id.
   */
  valueOf(operation: Operation): ProducedValue | undefined
  /** Returns the objects that accepted requests created with ids from `applied`. Leaves out the objects in `known`. */
  madeBy(accepted: readonly Execution[], known: readonly MadeObject[]): MadeObject[]
}

/**
 * Creates the ids for POSTs on the path of an object, such as `POST /users/{name}`, that create the object. These are
 * POSTs that document 201, and POSTs that created an object in `made`. `unique` is a short text that differs in each
 * run.
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
