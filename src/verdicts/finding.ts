import type { Location } from '../document/location.ts'
import type { Level } from '../rules/rule.ts'
import type { Source } from '../operations/annotations.ts'

/**
 * A clause that failed in one exchange. Findings with the same cause are joined later. The texts contain no value from
 * a server.
 */
export interface Finding {
  readonly rule: string
  readonly level: Level
  readonly operation: string
  /** The case path. Absent for a finding about the document. */
  readonly case?: string
  /** Id of the clause that failed. */
  readonly clause: string
  /** The part of the clause that failed. Set only if this part can have a separate source. */
  readonly part?: string
  /** A JSON Pointer into the response body, or the name of a header. */
  readonly at: string
  readonly definedAt: Location
  readonly message: string
  readonly expected: string
  readonly received: string
  readonly source: Source
  /** Advice for the finding. Absent if the advice of the rule fits the finding. */
  readonly fix?: string
  /**
   * The cause. Findings with the same cause are joined into one. A cause names places by JSON Pointer and not by line,
   * so the cause stays the same if other parts of the document are edited.
   */
  readonly cause: string
}
