import { isAnswer } from '../../exchanges/exchange.ts'
import { parseJson, type Json } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'
import type { Execution } from '../execution.ts'

/**
 * Returns every JSON value that the server sent in an execution: the response body, and the resources that were read
 * before and after the request.
 */
export function receivedValues({ case: { operation }, exchange, before, later }: Execution): {
  readonly operation: Operation
  readonly values: readonly (Json | undefined)[]
} {
  const answer = exchange?.answer
  const body = answer !== undefined && isAnswer(answer) ? parseJson(Buffer.from(answer.body).toString()) : undefined
  return { operation, values: [body, ...[before, later].flatMap((seen) => [seen?.subject, seen?.bystander])] }
}
