import type { Operation } from '../../../operations/operation.ts'
import type { Judgement } from '../../../verdicts/judge.ts'
import { circuitBreaker, type CircuitBreaker } from './timeout-circuit-breaker.ts'

/** Decides when a run stops sending cases. */
export interface StopConditions extends CircuitBreaker {
  /** Records a judgement. With `--bail`, the first failed case stops the run. */
  record(judgement: Judgement): void
  /**
   * Returns the reason why no further request is sent: the budget is spent, or the server does not respond. With
   * `operation`, returns the reason that applies to requests of this operation. Without it, returns the reason that
   * applies to all requests.
   */
  lost(operation?: Operation): string | undefined
  /** Returns the reason to stop. Returns undefined as long as the run goes on. */
  reason(operation?: Operation): string | undefined
}

export interface StopConditionsOptions {
  readonly bail: boolean
  readonly budgetMilliseconds?: number
  readonly elapsed: () => number
  /** Returns the reason why the target does not allow a further case. Returns undefined if it allows one. */
  readonly stopped?: () => string | undefined
  readonly signal?: AbortSignal
}

/** The reason in the report if the user stopped the run. */
export const STOPPED = 'the run was stopped from outside'

/**
 * Creates the conditions under which a run stops. It stops if its budget is spent, if a case failed and `bail` is set,
 * if requests timed out too often, or if `signal` aborts.
 */
export function stopConditions({
  bail,
  budgetMilliseconds,
  elapsed,
  stopped,
  signal,
}: StopConditionsOptions): StopConditions {
  const begun = elapsed()
  const breaker = circuitBreaker()
  let hasFailed = false
  const lost = (operation?: Operation): string | undefined => {
    if (signal?.aborted === true) return STOPPED
    const isSpent = budgetMilliseconds !== undefined && elapsed() - begun >= budgetMilliseconds
    return isSpent
      ? `the budget of ${budgetMilliseconds / 1000} s is spent (raise it with --budget)`
      : (stopped?.() ?? breaker.lost(operation))
  }
  return {
    ...breaker,
    lost,
    record: ({ verdict }) => {
      hasFailed ||= verdict === 'failed'
    },
    reason: (operation) => lost(operation) ?? (bail && hasFailed ? 'the run stopped at its first finding' : undefined),
  }
}
