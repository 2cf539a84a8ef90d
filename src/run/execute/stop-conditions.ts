import type { Operation } from '../../operations/operation.ts'
import type { Judgement } from '../../verdicts/judge.ts'
import { circuitBreaker, type CircuitBreaker } from './timeout-circuit-breaker.ts'

/** Why a run begins no further case, once it does. */
export interface StopConditions extends CircuitBreaker {
  /** Hears of each judgement. */
  hear(judgement: Judgement): void
  /** Why nothing more is sent at all, of an operation or of any: there is no time, or nobody answers. */
  lost(operation?: Operation): string | undefined
  /** The reason, or nothing while the run goes on. */
  reason(operation?: Operation): string | undefined
}

export interface StopConditionsOptions {
  readonly bail: boolean
  readonly budgetMilliseconds?: number
  readonly elapsed: () => number
  readonly signal?: AbortSignal
}

/** Why nothing more is sent once somebody says so. */
export const STOPPED = 'the run was stopped from outside'

/**
 * A run stops early when its budget is spent, on the first broken case if it bails, when nobody answers, and when
 * somebody says so.
 */
export function stopConditions({ bail, budgetMilliseconds, elapsed, signal }: StopConditionsOptions): StopConditions {
  const begun = elapsed()
  const { begin, givenUp, lost: nobodyAnswers } = circuitBreaker()
  let broken = false
  const lost = (operation?: Operation): string | undefined => {
    if (signal?.aborted === true) return STOPPED
    const isSpent = budgetMilliseconds !== undefined && elapsed() - begun >= budgetMilliseconds
    return isSpent
      ? `the budget of ${budgetMilliseconds / 1000} s is spent (give it longer with --budget)`
      : nobodyAnswers(operation)
  }
  return {
    begin,
    givenUp,
    lost,
    hear: ({ verdict }) => {
      broken ||= verdict === 'failed'
    },
    reason: (operation) => lost(operation) ?? (bail && broken ? 'the run stopped at its first finding' : undefined),
  }
}
