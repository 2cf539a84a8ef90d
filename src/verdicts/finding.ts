import type { Location } from '../document/location.ts'
import type { Level } from '../rules/rule.ts'
import type { Source } from '../operations/annotations.ts'

/** A clause that failed in one exchange. The texts contain no values from a server. */
export interface Finding {
  readonly rule: string
  readonly level: Level
  readonly operation: string
  /** The id of the case. Absent for a finding about the document. */
  readonly case?: string
  /** The id of the failed clause. */
  readonly clause: string
  /** The part of the clause that failed, such as `4XX`. Set only if this part can have its own source in `x-source`. */
  readonly part?: string
  /** The place of the failure: a JSON Pointer into the response body, or the name of a header. */
  readonly at: string
  readonly definedAt: Location
  readonly message: string
  readonly expected: string
  readonly received: string
  readonly source: Source
  /** Advice for fixing the problem. Default: the advice of the rule. */
  readonly fix?: string
  /**
   * A text that identifies the cause. Findings with the same cause are joined into one. The text contains JSON Pointers
   * instead of line numbers, so that it stays the same when the document is edited.
   */
  readonly cause: string
}
