import type { PlanName } from '../../src/cases/plan-context.ts'
import type { ApiName } from '../../sandbox/apis.ts'
import type { Document } from '../../src/document/document.ts'
import type { Policy } from '../../src/run/policy.ts'
import type { Operation } from '../../src/operations/operation.ts'
import type { Rule } from '../../src/rules/rule.ts'

/** An API that the sandbox implements, with its document. */
export interface ProvedContract {
  readonly api: ApiName
  readonly document: Document
  readonly operations: readonly Operation[]
  readonly policy: Policy
}

/** The settings of every run of a proof. */
export interface ProofSettings {
  readonly contracts: readonly ProvedContract[]
  /** The rules that judge responses. If a rule is missing, the faults that only this rule detects survive. */
  readonly rules: readonly Rule[]
  readonly seed: number
  readonly plan: PlanName
  /** The time at which the clocks of the gate and of the sandbox stand still, ISO 8601. */
  readonly now: string
  /** Returns the milliseconds since some fixed moment. Used only to measure how long runs take. */
  readonly elapsed: () => number
}
