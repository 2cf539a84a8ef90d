import type { Judgement } from '../verdicts/judge.ts'

/** Why a run begins no further case, once it does. */
export interface Stopping {
  /** Hears of each judgement. */
  hear(judgement: Judgement): void
  /** The reason, or nothing while the run goes on. */
  reason(): string | undefined
}

export interface StoppingOptions {
  readonly bail: boolean
  readonly budgetMilliseconds?: number
  readonly elapsed: () => number
  readonly signal?: AbortSignal
}

/** A run stops early when its budget is spent, on the first broken case if it bails, and when somebody says so. */
export function stopping({ bail, budgetMilliseconds, elapsed, signal }: StoppingOptions): Stopping {
  const begun = elapsed()
  let broken = false
  return {
    hear: ({ verdict }) => {
      broken ||= verdict === 'broken'
    },
    reason: () => {
      if (signal?.aborted === true) return 'the run was stopped from outside'
      if (bail && broken) return 'the run stopped at its first finding'
      const isSpent = budgetMilliseconds !== undefined && elapsed() - begun >= budgetMilliseconds
      return isSpent ? `the budget of ${budgetMilliseconds / 1000} s is spent` : undefined
    },
  }
}
