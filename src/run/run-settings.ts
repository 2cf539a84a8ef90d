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
  /** Values of parameters, keyed by `name` or `operationId.name`. */
  readonly parameters: Readonly<Record<string, string>>
  /** Maximum number of cases in flight at the same time. */
  readonly concurrency: number
  readonly policy: Policy
  /** Sentences about errors in the document. They block a run that would otherwise pass. */
  readonly documentErrors?: readonly string[]
  readonly rules: readonly Rule[]
  /** Number of extra random cases per operation. Default: none. */
  readonly explore?: number
  /** True: send only the smallest set of cases that exercises each clause once. Default: send all cases. */
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
  /** Options that make `replay` use the same document and target, for example `--api lobbie --target mock`. */
  readonly replay: string
}

/** The settings that a plan depends on. */
export type PlanSettings = Pick<
  RunSettings,
  'operations' | 'target' | 'seed' | 'parameters' | 'allowDestructive' | 'only' | 'lean' | 'explore'
>
