import type { Location } from '../document/location.ts'
import type { Level } from '../rules/rule.ts'
import type { Source } from '../operations/annotations.ts'

/** A broken clause at one exchange, before findings with one cause are joined. Texts contain no value from outside. */
export interface Finding {
  readonly rule: string
  readonly level: Level
  readonly operation: string
  /** Path of the case; absent for a finding about the document. */
  readonly case?: string
  /** Id of the clause that is broken. */
  readonly clause: string
  /** JSON Pointer into the response body, or the name of a header. */
  readonly at: string
  readonly definedAt: Location
  readonly message: string
  readonly expected: string
  readonly received: string
  readonly source: Source
  /** Advice for this finding, if that of the rule is too general. */
  readonly fix?: string
  /** Findings with the same cause are joined into one. It names places by pointer, so that it survives edits. */
  readonly cause: string
}
