import type { PlanName } from '../cases/plan-context.ts'
import type { GraphCorrections } from '../journeys/operation-graph.ts'
import type { Document } from '../document/document.ts'
import type { Credentials } from '../exchanges/credentials/credentials.ts'
import type { Target } from '../targets/target.ts'
import type { Policy } from './policy.ts'
import type { Operation } from '../operations/operation.ts'
import type { Rule } from '../rules/rule.ts'
import type { RunClock } from './run-clock.ts'

/** Everything on which a run of one API against one target depends. */
export interface RunSettings {
  readonly api: string
  readonly document: Document
  readonly operations: readonly Operation[]
  readonly target: Target
  readonly credentials: Credentials
  readonly clock: RunClock
  readonly seed: number
  /** The values of parameters, keyed by `name` or `operationId.name`. */
  readonly parameters: Readonly<Record<string, string>>
  /**
   * The user's corrections of the graph that says which operation produces the path values of which other operation.
   * Default: none.
   */
  readonly graph?: GraphCorrections
  /** The maximum number of cases that are in flight at the same time. */
  readonly concurrency: number
  readonly policy: Policy
  /** Sentences about errors in the document. They block a run that would otherwise pass. */
  readonly documentErrors?: readonly string[]
  readonly rules: readonly Rule[]
  /** The number of additional random cases per operation. Default: none. */
  readonly explore?: number
  /** The name of the plan, which decides how many cases are sent. Default: `default`. */
  readonly plan?: PlanName
  /** The case path of the only case to send, such as `updateOrder/example/200`. */
  readonly only?: string
  readonly shard?: { readonly index: number; readonly of: number }
  readonly allowDestructive: boolean
  readonly bail: boolean
  readonly budgetMilliseconds?: number
  readonly ratePerSecond?: number
  readonly signal?: AbortSignal
  /**
   * Set to list the faults that the run would not report. Reads the document again, with the text of another overlay
   * applied last.
   */
  readonly whatIf?: (overlay: string) => Document
  /** True to show received values and exchanges in findings. Only for mock and sandbox. Default false. */
  readonly showValues?: boolean
  /** The options with which `replay` uses the same document and target, for example `--api lobbie --target mock`. */
  readonly replay: string
}

/** The settings on which a plan depends. */
export type PlanSettings = Pick<
  RunSettings,
  'operations' | 'target' | 'seed' | 'parameters' | 'allowDestructive' | 'only' | 'plan' | 'explore' | 'graph'
>
