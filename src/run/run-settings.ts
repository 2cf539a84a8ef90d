import type { Document } from '../document/document.ts'
import type { Credentials } from '../exchanges/credentials.ts'
import type { Target } from '../targets/target.ts'
import type { Policy } from './policy.ts'
import type { Operation } from '../operations/operation.ts'
import type { Rule } from '../rules/rule.ts'
import type { RunClock } from './run-clock.ts'

/** Everything that a run of one API against one target depends on. */
export interface RunSettings {
  readonly api: string
  readonly document: Document
  readonly operations: readonly Operation[]
  readonly target: Target
  readonly credentials: Credentials
  readonly clock: RunClock
  readonly seed: number
  /** Values of parameters, by `name` or by `operationId.name`. */
  readonly parameters: Readonly<Record<string, string>>
  /** Cases in flight at once. */
  readonly concurrency: number
  readonly policy: Policy
  /** Sentences about errors of the document: they block a run that would pass. */
  readonly documentErrors?: readonly string[]
  readonly rules: readonly Rule[]
  /** Number of extra random cases per operation. Default: none. */
  readonly explore?: number
  /** True: the smallest set of cases that exercises each clause once. Default: all cases. */
  readonly lean?: boolean
  /** Path of the only case to send. */
  readonly only?: string
  readonly shard?: { readonly index: number; readonly of: number }
  readonly allowDestructive: boolean
  readonly bail: boolean
  readonly budgetMilliseconds?: number
  readonly ratePerSecond?: number
  readonly signal?: AbortSignal
  /** True: findings show received values and exchanges. For mock and sandbox only. Default false. */
  readonly showValues?: boolean
  /** Options with which `replay` uses the same document and target: `--api lobbie --target mock`. */
  readonly replay: string
}

/** The settings that a plan depends on. */
export type PlanSettings = Pick<
  RunSettings,
  'operations' | 'target' | 'seed' | 'parameters' | 'allowDestructive' | 'only' | 'lean' | 'explore'
>
