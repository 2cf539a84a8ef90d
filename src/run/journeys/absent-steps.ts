import type { Case, JourneyStep } from '../../cases/case.ts'
import { destructiveReason } from '../../cases/destructive/destructive-reason.ts'
import { documentsCreation, makesChosenId } from '../../journeys/item-creators.ts'
import type { ProducedValue } from '../../journeys/operation-graph.ts'
import { isEnumerated, pathKeys } from '../../journeys/path-value.ts'
import type { Operation } from '../../operations/operation.ts'

/**
 * Returns the writes that the gate tests with an id that does not exist: each POST, PUT and PATCH whose path contains
 * the parameter that `value` describes, and each DELETE that has this parameter as its last path parameter. Leaves out
 * destructive paths, operations for which `isPlanned` returns false, POSTs that create an object with this id, and
 * operations that have other cases with an unknown id.
 */
export function absentSteps(
  value: ProducedValue,
  isPlanned: (operation: Operation) => boolean,
): [JourneyStep, Operation][] {
  if (isEnumerated(value)) return []
  return value.consumers.flatMap((operation): [JourneyStep, Operation][] => {
    const { method, path, responses } = operation
    const isLast = pathKeys(path).at(-1) === value.key
    if (method === 'DELETE') {
      // Invents only the last id of a DELETE. If an earlier id were invented, a server that ignores it would delete an
      // existing object.
      if (!isLast) return []
      const effect = destructiveReason({ method: 'POST', path, id: `POST ${path}`, summary: '' })
      return effect === undefined ? [['delete-absent', operation]] : []
    }
    if (!['POST', 'PUT', 'PATCH'].includes(method) || !isPlanned(operation)) return []
    const isUnknownSent = isLast && responses.some(({ status }) => status === '404')
    if (method === 'POST') return isUnknownSent || makesChosenId(operation, value) ? [] : [['post-absent', operation]]
    return isUnknownSent && !(method === 'PUT' && documentsCreation(operation)) ? [] : [['update-absent', operation]]
  })
}

/** True for a request of a journey that writes to an id that does not exist. */
export function isOfAbsent({ journey }: Case): boolean {
  return journey?.step.endsWith('-absent') === true
}
