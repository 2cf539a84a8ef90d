import type { Case, JourneyStep } from '../../cases/case.ts'
import { destructiveReason } from '../../cases/destructive/destructive-reason.ts'
import { documentsCreation } from '../../journeys/item-creators.ts'
import type { ProducedValue } from '../../journeys/operation-graph.ts'
import { isEnumerated, pathKeys } from '../../journeys/path-value.ts'
import type { Operation } from '../../operations/operation.ts'

/**
 * Lists the writes to an id that no object has: each PUT, PATCH and DELETE whose last path parameter is `value`. Leaves
 * out a DELETE whose path suggests an effect on other objects, updates for which `isPlanned` returns false, and updates
 * for which other cases send an unknown id.
 */
export function absentSteps(
  value: ProducedValue,
  isPlanned: (operation: Operation) => boolean,
): [JourneyStep, Operation][] {
  if (isEnumerated(value)) return []
  return value.consumers
    .filter(({ path }) => pathKeys(path).at(-1) === value.key)
    .flatMap((operation): [JourneyStep, Operation][] => {
      const { method, path, responses } = operation
      if (method === 'DELETE') {
        const effect = destructiveReason({ method: 'POST', path, id: `POST ${path}`, summary: '' })
        return effect === undefined ? [['delete-absent', operation]] : []
      }
      if (!['PUT', 'PATCH'].includes(method) || !isPlanned(operation)) return []
      const isUnknownSent = responses.some(({ status }) => status === '404')
      return isUnknownSent && !(method === 'PUT' && documentsCreation(operation)) ? [] : [['update-absent', operation]]
    })
}

/** True for a step that writes to an id that no object has. */
export function isOfAbsent({ journey }: Case): boolean {
  return journey?.step === 'update-absent' || journey?.step === 'delete-absent'
}
