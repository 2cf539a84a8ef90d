import type { Case } from '../cases/case.ts'
import type { Plan } from '../cases/plan-cases.ts'
import { isSafeMethod } from '../operations/is-safe-method.ts'
import type { Operation } from '../operations/operation.ts'
import type { Target } from '../targets/target.ts'

/** Counts the operations of a run that may change data on the server. */
export interface Writes {
  /** The number of selected operations. */
  readonly operations: number
  /** The number of operations that the run calls and that can change data on the server. */
  readonly writing: number
  /** The number of destructive operations that the run does not call. */
  readonly withheld: number
}

/**
 * Counts the operations of a plan that may change data. GET, HEAD, OPTIONS and TRACE change nothing (RFC 9110 §9.2.1).
 * If the target selects only harmless cases, no operation changes data.
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
