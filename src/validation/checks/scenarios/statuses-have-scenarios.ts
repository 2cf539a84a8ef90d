import { childOf } from '../../../document/document.ts'
import { responseFor, type Operation, type Response } from '../../../operations/operation.ts'
import type { DocumentCheck } from '../../check.ts'

export const statusesHaveScenarios: DocumentCheck = {
  id: 'statuses_have_scenarios',
  title: 'every documented status has a scenario, or says why it is unreachable',
  why: 'A status that nobody knows how to reach is never seen, and what it promises is never judged.',
  level: 'error',
  check({ operations, isAnnotated }) {
    if (!isAnnotated) return []
    return operations.flatMap((operation) =>
      operation.responses
        .filter((response) => !isReached(operation, response))
        .map(({ status }) => ({
          // The response itself may stand elsewhere and serve others.
          address: childOf(operation.address, 'responses', status),
          message: `nothing says how \`${operation.id}\` comes to answer ${status}`,
          next: `give x-scenarios a scenario for '${status}', or { unreachable: { on: […], because: … } }`,
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
