import type { Case, JourneyStep } from '../../cases/case.ts'
import { destructiveReason } from '../../cases/destructive/destructive-reason.ts'
import { documentsCreation, makesChosenId } from '../../journeys/item-creators.ts'
import type { ProducedValue } from '../../journeys/operation-graph.ts'
import { isEnumerated, pathKeys } from '../../journeys/path-value.ts'
import type { Operation } from '../../operations/operation.ts'

/**
 * Lists the writes to an id that no object has: each POST, PUT and PATCH that has `value` in its path, and each DELETE
 * whose last path parameter is `value`. Leaves out a DELETE whose path suggests an effect on other objects, other writes
 * for which `isPlanned` returns false, a POST that makes an object under the id, and writes for which other cases send an
 * unknown id.
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
      // A server that ignores the ids before the last one would delete the object of the last id.
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

/** True for a step that writes to an id that no object has. */
export function isOfAbsent({ journey }: Case): boolean {
  return journey?.step.endsWith('-absent') === true
}
