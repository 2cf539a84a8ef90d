import { isAnswer } from '../../exchanges/exchange.ts'
import { responseFor, type Operation } from '../../operations/operation.ts'
import { expectedStatuses } from '../../evidence/evidence.ts'
import type { Judgement } from '../../verdicts/judge.ts'

/**
 * The documented statuses that do not come as they are promised: those of answers with something wrong in them or after
 * them, and those that should have come where another did.
 */
export function brokenStatuses(operation: Operation, judgements: readonly Judgement[]): ReadonlySet<string> {
  return new Set(
    judgements.flatMap(({ execution, findings }) => {
      const answer = execution.exchange?.answer
      if (answer === undefined || !isAnswer(answer)) return []
      return findings.flatMap(({ level, received }) => {
        if (level !== 'error') return []
        if (received !== String(answer.status)) return responseFor(operation, answer.status)?.status ?? []
        // What any documented status would have kept breaks none in particular.
        if (execution.case.expect.kind === 'documented') return []
        return expectedStatuses(operation, execution).slice(0, 1)
      })
    }),
  )
}
