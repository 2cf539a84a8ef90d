import type { Document } from '../document/document.ts'
import type { Credentials } from '../exchanges/credentials.ts'
import type { Target } from '../exchanges/target.ts'
import type { Policy } from '../gate/policy.ts'
import type { Operation } from '../operations/operation.ts'
import type { Rule } from '../verdicts/rule.ts'
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
  /** Keeps only the cases that it says yes to. */
  readonly filter: (path: string) => boolean
}
