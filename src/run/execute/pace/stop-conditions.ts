import type { Operation } from '../../../operations/operation.ts'
import type { Judgement } from '../../../verdicts/judge.ts'
import { circuitBreaker, type CircuitBreaker } from './timeout-circuit-breaker.ts'

/** Decides when a run stops sending cases. */
export interface StopConditions extends CircuitBreaker {
  /** Records a verdict. With `--bail`, the first failed case stops the run. */
  record(judgement: Judgement): void
  /**
   * Returns why no more requests are sent, such as a spent budget. With `operation`, returns why no more requests of
   * this operation are sent. Returns undefined if more requests are sent.
   */
  lost(operation?: Operation): string | undefined
  /** Returns why the run stops. Returns undefined if the run continues. */
  reason(operation?: Operation): string | undefined
}

export interface StopConditionsOptions {
  readonly bail: boolean
  readonly budgetMilliseconds?: number
  readonly elapsed: () => number
  /** Returns why the target permits no more cases. Returns undefined if it permits more. */
  readonly stopped?: () => string | undefined
  readonly signal?: AbortSignal
}

/** The reason in the report if the user stopped the run. */
export const STOPPED = 'the run was cancelled, for example with Ctrl-C'

/**
 * Creates the conditions that stop a run: a spent budget, a failed case with `bail`, too many timeouts, or an aborted
 * `signal`.
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
