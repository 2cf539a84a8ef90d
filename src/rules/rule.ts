import type { Address } from '../document/document.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Source } from '../operations/annotations.ts'

/**
 * The stages in which an exchange is judged, in this order. Most later stages are skipped after a finding that is
 * neither a warning nor a harmless assumption. The stages `leak` and `http` always run.
 */
export const STAGES = [
  'status',
  'content-type',
  'parse',
  'schema',
  'leak',
  'http',
  'invariant',
  'frame',
  'instants',
  'scenario',
  'drift',
] as const
export type Stage = (typeof STAGES)[number]

/**
 * How serious a violation is. `error`: the response violates the document. `assumption`: the response violates only an
 * assumption of the document's author. `drift`: the server does something that the document does not describe.
 * `warning`: the standards do not clearly forbid the response. A warning is reported once for the whole API.
 */
export type Level = 'error' | 'drift' | 'assumption' | 'warning'

/**
 * The harm that the fault in a finding does. Reports sort findings by this harm. `harm`: data is lost or changed,
 * callers get access or data without permission, or the server fails. `wrong`: a response has a wrong status, type or
 * value. `lenient`: the server accepts a request that the document forbids.
 */
export const WEIGHTS = ['harm', 'wrong', 'lenient'] as const
export type Weight = (typeof WEIGHTS)[number]

/** A violated clause. The texts in it must not contain values from the response. */
export interface RuleFault {
  /**
   * JSON Pointer of the clause inside its operation. The pointer does not contain `$ref`, because the target replaces
   * it.
   */
  readonly pointer: string
  readonly half?: 'accepts' | 'refuses'
  /** The place of the violated promise in the document. Set only if no clause of the list describes the promise. */
  readonly address?: Address
  /** The place of the fault in the response: a JSON Pointer into the body, or the name of a header. */
  readonly at?: string
  readonly message: string
  readonly expected: string
  readonly received: string
  /**
   * A text that identifies the cause. Faults of one operation with the same cause become one finding. Warnings with the
   * same cause are reported once for all operations.
   */
  readonly cause?: string
  /**
   * Advice for this fault, if the general advice of the rule does not fit. The text completes the sentence "Next: …".
   */
  readonly fix?: string
  /** True if the cause concerns all operations, such as one common error handler. */
  readonly isOfApi?: boolean
  /** The level of this fault, if it is not the level of the rule. */
  readonly level?: Level
  /** The source of the violated promise, if it is not the source of the clause. */
  readonly source?: Source
  /**
   * The violated part of the clause, such as the name of a changed field. Set only if `x-source` can give this part
   * another source than the clause.
   */
  readonly part?: string
}

/** One rule of the catalogue. */
export interface Rule {
  /** Identifies the rule. An id is never changed, and never reused for another rule. */
  readonly id: string
  /** The requirement that a server meets if it follows the rule. */
  readonly title: string
  readonly why: string
  /** Advice for fixing the server. The text completes the sentence "Next: …". */
  readonly fix: string
  /** An exchange that passes, and one that fails. The texts are also used as titles of tests. */
  readonly examples: { readonly passes: string; readonly fails: string }
  readonly level: Level
  readonly weight: Weight
  readonly stages: readonly Stage[]
  /** Returns the faults of an exchange. Called once for each stage in `stages`. Must be a pure function. */
  judge(evidence: Evidence, stage: Stage): readonly RuleFault[]
}
