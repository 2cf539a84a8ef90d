import type { ApiName } from '../../sandbox/apis.ts'
import type { Document } from '../../src/document/document.ts'
import type { Policy } from '../../src/run/policy.ts'
import type { Operation } from '../../src/operations/operation.ts'
import type { Rule } from '../../src/rules/rule.ts'

/** A document whose API the sandbox serves. */
export interface ProvedContract {
  readonly api: ApiName
  readonly document: Document
  readonly operations: readonly Operation[]
  readonly policy: Policy
}

/** The settings of every run of a proof. */
export interface ProofSettings {
  readonly contracts: readonly ProvedContract[]
  /** The rules that judge; leaving one out shows what only it detects. */
  readonly rules: readonly Rule[]
  readonly seed: number
  /** Whether to send the lean plan: one case for each clause. */
  readonly lean: boolean
  /** The time at which the clocks of gate and sandbox stand still, ISO 8601. */
  readonly now: string
  /** Milliseconds since a fixed point, for the duration of runs only. */
  readonly elapsed: () => number
}
