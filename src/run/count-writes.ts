import type { Case } from '../cases/case.ts'
import type { Plan } from '../cases/plan-cases.ts'
import { isSafeMethod } from '../operations/is-safe-method.ts'
import type { Operation } from '../operations/operation.ts'
import type { Target } from '../targets/target.ts'

/** The number of operations in a run that may change something on the server. */
export interface Writes {
  /** The number of operations that the run selected. */
  readonly operations: number
  /** The number of operations that the run sends and whose method may write. */
  readonly writing: number
  /** The number of operations that the run does not send because they are destructive. */
  readonly withheld: number
}

/**
 * Counts the operations of a plan that may change something. GET, HEAD, OPTIONS and TRACE change nothing (RFC 9110
 * §9.2.1), and neither does a target that selects only the cases that change nothing.
 */
export function countWrites(
  operations: readonly Operation[],
  cases: readonly Case[],
  { unplanned, selects }: Pick<Plan, 'unplanned'> & { readonly selects?: Target['selects'] | undefined },
): Writes {
  const sent = new Set(selects === undefined ? cases.map(({ operation }) => operation) : [])
  return {
    operations: operations.filter(({ isWebhooks }) => isWebhooks !== true).length,
    writing: [...sent].filter(({ method }) => !isSafeMethod(method)).length,
    withheld: unplanned.filter(({ state, operation }) => state === 'not-run' && !sent.has(operation)).length,
  }
}
