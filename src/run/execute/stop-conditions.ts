import type { Operation } from '../../operations/operation.ts'
import type { Judgement } from '../../verdicts/judge.ts'
import { circuitBreaker, type CircuitBreaker } from './timeout-circuit-breaker.ts'

/** Decides when a run sends no further case. */
export interface StopConditions extends CircuitBreaker {
  /** Records a judgement: `--bail` stops at the first failed case. */
  record(judgement: Judgement): void
  /**
   * The reason why no further request is sent, of one operation or (without argument) of any: the budget is spent, or
   * the server does not respond.
   */
  lost(operation?: Operation): string | undefined
  /** The reason to stop; undefined while the run goes on. */
  reason(operation?: Operation): string | undefined
}

export interface StopConditionsOptions {
  readonly bail: boolean
  readonly budgetMilliseconds?: number
  readonly elapsed: () => number
  /** The reason why the target lets no further case be sent; undefined if it does. */
  readonly stopped?: () => string | undefined
  readonly signal?: AbortSignal
}

/** The reason that a report gives if the user stopped the run. */
export const STOPPED = 'the run was stopped from outside'

/**
 * Decides when a run stops: when its budget is spent, at the first failed case with `bail`, after too many timeouts,
 * and when `signal` aborts.
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
