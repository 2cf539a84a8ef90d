import type { Case } from '../cases/case.ts'
import type { Plan } from '../cases/plan-cases.ts'
import { isSafeMethod } from '../operations/is-safe-method.ts'
import type { Operation } from '../operations/operation.ts'

/** The number of operations of a run that may change something on the server. */
export interface Writes {
  /** All operations that the run selected. */
  readonly operations: number
  /** Operations that the run sends with a method that may write. */
  readonly writing: number
  /** Operations that the run does not send because they are destructive. */
  readonly withheld: number
}

/**
 * Counts the operations of a plan that may change something. GET, HEAD, OPTIONS and TRACE are safe methods (RFC 9110
 * §9.2.1).
 */
export function countWrites(
  operations: readonly Operation[],
  cases: readonly Case[],
  unplanned: Plan['unplanned'],
): Writes {
  const sent = new Set(cases.map(({ operation }) => operation))
  return {
    operations: operations.length,
    writing: [...sent].filter(({ method }) => !isSafeMethod(method)).length,
    withheld: unplanned.filter(({ state }) => state === 'not-run').length,
  }
}
