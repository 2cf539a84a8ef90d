import type { ApiName } from '../../sandbox/apis.ts'
import type { Document } from '../../src/document/document.ts'
import type { Policy } from '../../src/run/policy.ts'
import type { Operation } from '../../src/operations/operation.ts'
import type { Rule } from '../../src/rules/rule.ts'

/** A document of an API that the sandbox implements. */
export interface ProvedContract {
  readonly api: ApiName
  readonly document: Document
  readonly operations: readonly Operation[]
  readonly policy: Policy
}

/** The settings of every run of a proof. */
export interface ProofSettings {
  readonly contracts: readonly ProvedContract[]
  /** The rules that judge. A run without one of them shows which faults only that rule detects. */
  readonly rules: readonly Rule[]
  readonly seed: number
  /** True: send the lean plan, with the fewest cases that exercise each clause. */
  readonly lean: boolean
  /** The time at which the clocks of gate and sandbox are stopped, ISO 8601. */
  readonly now: string
  /** Milliseconds since a fixed point in time; used only for the duration of runs. */
  readonly elapsed: () => number
}
