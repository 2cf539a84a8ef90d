import { childOf } from '../../../document/document.ts'
import { responseFor, type Operation, type Response } from '../../../operations/operation.ts'
import type { DocumentCheck } from '../../check.ts'

export const statusesHaveScenarios: DocumentCheck = {
  id: 'statuses_have_scenarios',
  title: 'every documented status has a scenario or a reason why it is unreachable',
  why: 'A status without a scenario is never tested.',
  level: 'error',
  check({ operations, isAnnotated }) {
    if (!isAnnotated) return []
    return operations.flatMap((operation) =>
      operation.responses
        .filter((response) => !isReached(operation, response))
        .map(({ status }) => ({
          // Several operations may reference the same response. The fault is therefore located at the status in this
          // operation.
          address: childOf(operation.address, 'responses', status),
          message: `\`${operation.id}\` documents ${status}, but no scenario leads to this status`,
          next: `add a scenario for '${status}' to x-scenarios, or { unreachable: { on: […], because: … } }`,
        })),
    )
  },
}

function isReached(operation: Operation, response: Response): boolean {
  const named = [...operation.scenarios.map(({ status }) => status), ...operation.unreachableStatuses.keys()]
  return named.some(
    (status) =>
      status === response.status || (/^\d{3}$/.test(status) && responseFor(operation, Number(status)) === response),
  )
}
