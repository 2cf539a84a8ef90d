import type { Plan } from '../cases/plan-cases.ts'
import type { PlanName } from '../cases/plan-context.ts'
import type { GraphCorrections } from '../journeys/operation-graph.ts'
import type { Document } from '../document/document.ts'
import type { Credentials } from '../exchanges/credentials/credentials.ts'
import type { Target } from '../targets/target.ts'
import type { Policy } from './policy.ts'
import type { Operation } from '../operations/operation.ts'
import type { Rule } from '../rules/rule.ts'
import type { judge } from '../verdicts/judge.ts'
import type { RunClock } from './run-clock.ts'

/** The settings of a run of one API on one target. */
export interface RunSettings {
  readonly api: string
  readonly document: Document
  readonly operations: readonly Operation[]
  readonly target: Target
  readonly credentials: Credentials
  readonly clock: RunClock
  readonly seed: number
  /** Parameter values, by `name` or `operationId.name`. */
  readonly parameters: Readonly<Record<string, string>>
  /**
   * The user's corrections of the graph of operations. This graph says which responses contain the ids that other
   * operations need. Default: no corrections.
   */
  readonly graph?: GraphCorrections
  /** The maximum number of concurrent cases. */
  readonly concurrency: number
  readonly policy: Policy
  /**
   * Returns sentences about errors in the document. These errors block a run that would otherwise pass. Called after
   * the cases were sent, because validating a document takes longer than planning. Undefined if the document is not
   * validated.
   */
  readonly documentErrors?: () => Promise<readonly string[]>
  readonly rules: readonly Rule[]
  /** The number of additional random cases per operation. Default: none. */
  readonly explore?: number
  /** The size of the plan. Default: `default`. */
  readonly plan?: PlanName
  /** The id of the only case to send, such as `updateOrder/example/200`. */
  readonly only?: string
  readonly shard?: { readonly index: number; readonly of: number }
  readonly allowDestructive: boolean
  readonly bail: boolean
  readonly budgetMilliseconds?: number
  readonly ratePerSecond?: number
  readonly signal?: AbortSignal
  /**
   * Reads the document again with one more overlay, given as text. If set, the run lists the faults of a server that it
   * would not detect.
   */
  readonly whatIf?: (overlay: string) => Document
  /** True to show received values in findings. Only for mock and sandbox. Default: false. */
  readonly showValues?: boolean
  /** The options that make `replay` use the same document and target, such as `--api lobbie --target mock`. */
  readonly replay: string
  /** Plans the run. Default: the function `planRun`. */
  readonly planRun?: (settings: PlanSettings) => Plan
  /** Judges an execution. Default: the function `judge`. */
  readonly judge?: typeof judge
}

/** The settings that planning needs. */
export type PlanSettings = Pick<
  RunSettings,
  'operations' | 'target' | 'seed' | 'parameters' | 'allowDestructive' | 'only' | 'plan' | 'explore' | 'graph'
>
