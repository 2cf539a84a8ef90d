import { isAnswer } from '../../exchanges/exchange.ts'
import { responseFor, type Operation } from '../../operations/operation.ts'
import { expectedStatuses } from '../../evidence/evidence.ts'
import type { Judgement } from '../../verdicts/judge.ts'

/**
 * Returns the documented statuses that have a finding. A finding belongs to the status of the response. If the status
 * itself is wrong, the finding belongs to the expected status.
 */
export function brokenStatuses(operation: Operation, judgements: readonly Judgement[]): ReadonlySet<string> {
  return new Set(
    judgements.flatMap(({ execution, findings }) => {
      const answer = execution.exchange?.answer
      if (answer === undefined || !isAnswer(answer)) return []
      return findings.flatMap(({ level, received }) => {
        if (level !== 'error') return []
        if (received !== String(answer.status)) return responseFor(operation, answer.status)?.status ?? []
        // The case allowed every documented status. A finding about the received status therefore belongs to no
        // documented status.
        if (execution.case.expect.kind === 'documented') return []
        return expectedStatuses(operation, execution).slice(0, 1)
      })
    }),
  )
}
