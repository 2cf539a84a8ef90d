import type { ApiName } from '../../sandbox/apis.ts'
import type { Document } from '../../src/document/document.ts'
import type { Policy } from '../../src/run/policy.ts'
import type { Operation } from '../../src/operations/operation.ts'
import type { Rule } from '../../src/rules/rule.ts'

/** A document by whose API of the sandbox the gate is proved. */
export interface ProvedContract {
  readonly api: ApiName
  readonly document: Document
  readonly operations: readonly Operation[]
  readonly policy: Policy
}

export interface ProofSettings {
  readonly contracts: readonly ProvedContract[]
  /** The rules that judge: leaving one out shows what only it sees. */
  readonly rules: readonly Rule[]
  readonly seed: number
  /** Whether only as many cases are sent as bring each clause once. */
  readonly lean: boolean
  /** The hour at which the clocks of gate and sandbox stand still, ISO 8601. */
  readonly now: string
  /** Milliseconds of the machine, from some fixed point: for what a run takes, and nothing else. */
  readonly elapsed: () => number
}
