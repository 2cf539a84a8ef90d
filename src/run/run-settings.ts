import type { Document } from '../document/document.ts'
import type { Credentials } from '../exchanges/credentials.ts'
import type { Target } from '../targets/target.ts'
import type { Policy } from './policy.ts'
import type { Operation } from '../operations/operation.ts'
import type { Rule } from '../rules/rule.ts'
import type { RunClock } from './run-clock.ts'

/** One api against one target, everything settled. */
export interface RunSettings {
  readonly api: string
  readonly document: Document
  readonly operations: readonly Operation[]
  readonly target: Target
  readonly credentials: Credentials
  readonly clock: RunClock
  readonly seed: number
  readonly parameters: Readonly<Record<string, string>>
  /** Cases under way at once. */
  readonly concurrency: number
  readonly policy: Policy
  readonly rules: readonly Rule[]
  /** How many random cases each operation gets beside the plan; none where it is absent. */
  readonly explore?: number
  /** Only as many cases as bring each clause once. Default: all. */
  readonly lean?: boolean
  /** The one case to send, where only one is. */
  readonly only?: string
  readonly shard?: { readonly index: number; readonly of: number }
  readonly allowDestructive: boolean
  readonly bail: boolean
  readonly budgetMilliseconds?: number
  readonly ratePerSecond?: number
  readonly signal?: AbortSignal
  /** Whether findings show received values and exchanges as they were: for targets of ours only. Default false. */
  readonly showValues?: boolean
  /** The options that lead a replay to the same document and target: `--api lobbie --target mock`. */
  readonly replay: string
}

/** What a plan depends on. */
export type PlanSettings = Pick<
  RunSettings,
  'operations' | 'target' | 'seed' | 'parameters' | 'allowDestructive' | 'only' | 'lean' | 'explore'
>
