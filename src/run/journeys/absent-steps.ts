import type { Case, JourneyStep } from '../../cases/case.ts'
import { destructiveReason } from '../../cases/destructive/destructive-reason.ts'
import { documentsCreation, makesChosenId } from '../../journeys/item-creators.ts'
import type { ProducedValue } from '../../journeys/operation-graph.ts'
import { isEnumerated, pathKeys } from '../../journeys/path-value.ts'
import type { Operation } from '../../operations/operation.ts'

/**
 * Returns the writes that the gate sends with an id that does not exist. `value` describes the path parameter for this
 * id. Includes each POST, PUT and PATCH whose path contains the parameter, and each DELETE whose last path parameter it
 * is.
 *
 * Leaves out:
 *
 * - destructive paths
 * - operations for which `isPlanned` returns false
 * - POSTs that create an object with this id
 * - operations for which other cases send an unknown id
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
      // Only the last id in the path of a DELETE is invented. If an earlier id were invented and the server ignored
      // that id, the server would delete an existing object.
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
