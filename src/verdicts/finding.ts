import type { Location } from '../document/location.ts'
import type { Level } from '../rules/rule.ts'
import type { Source } from '../operations/annotations.ts'

/** A broken clause at one exchange, before it is joined with others of the same root. Texts hold no outside values. */
export interface Finding {
  readonly rule: string
  readonly level: Level
  readonly operation: string
  /** Path of the case, or undefined for a finding about the document. */
  readonly case?: string
  /** Id of the clause that is broken. */
  readonly clause: string
  /** JSON Pointer into the answer, or the name of what is wrong there. */
  readonly at: string
  readonly definedAt: Location
  readonly message: string
  readonly expected: string
  readonly received: string
  readonly source: Source
  /** What joins findings of one root cause: findings with one key are one. */
  readonly root: string
}
