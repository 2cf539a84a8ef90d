import type { Location } from '../document/location.ts'
import type { Level } from '../rules/rule.ts'
import type { Source } from '../operations/annotations.ts'

/**
 * A failed clause of one exchange, before findings with the same cause are joined. The texts contain no value from a
 * server.
 */
export interface Finding {
  readonly rule: string
  readonly level: Level
  readonly operation: string
  /** Path of the case; absent for a finding about the document. */
  readonly case?: string
  /** Id of the clause that failed. */
  readonly clause: string
  /** JSON Pointer into the response body, or the name of a header. */
  readonly at: string
  readonly definedAt: Location
  readonly message: string
  readonly expected: string
  readonly received: string
  readonly source: Source
  /** Advice for this finding; absent if the advice of the rule fits. */
  readonly fix?: string
  /**
   * Findings with the same cause are joined into one. A cause names places by JSON Pointer, not by line, so it stays
   * the same when the document is edited elsewhere.
   */
  readonly cause: string
}
