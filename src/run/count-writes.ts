import type { Plan } from '../cases/plan-cases.ts'
import { isSafeMethod } from '../operations/is-safe-method.ts'
import type { Operation } from '../operations/operation.ts'

/** How many operations of a run may change something on the server. */
export interface Writes {
  /** All operations that were chosen. */
  readonly operations: number
  /** Those that are sent with a method that may write. */
  readonly writing: number
  /** Those that are not sent because they are destructive. */
  readonly withheld: number
}

/** Counts the operations of a plan that may change something. GET, HEAD, OPTIONS and TRACE change nothing: RFC 9110 §9.2.1. */
export function countWrites(operations: readonly Operation[], { cases, unplanned }: Plan): Writes {
  const sent = new Set(cases.map(({ operation }) => operation))
  return {
    operations: operations.length,
    writing: [...sent].filter(({ method }) => !isSafeMethod(method)).length,
    withheld: unplanned.filter(({ state }) => state === 'not-run').length,
  }
}
