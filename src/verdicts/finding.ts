import type { Location } from '../document/location.ts'
import type { Level } from '../rules/rule.ts'
import type { Source } from '../operations/annotations.ts'

/** A clause that failed in one exchange. Its texts contain no values from a server. */
export interface Finding {
  readonly rule: string
  readonly level: Level
  readonly operation: string
  /** The id of the case. Absent for a finding about the document. */
  readonly case?: string
  /** The id of the failed clause. */
  readonly clause: string
  /** The failed part of the clause, if this part can have its own source. */
  readonly part?: string
  /** JSON Pointer in the response body, or the name of a header. */
  readonly at: string
  readonly definedAt: Location
  readonly message: string
  readonly expected: string
  readonly received: string
  readonly source: Source
  /** Advice. Default: the advice of the rule. */
  readonly fix?: string
  /**
   * Findings with the same cause are joined into one. The cause contains JSON Pointers instead of lines, so that it
   * survives edits of the document.
   */
  readonly cause: string
}
