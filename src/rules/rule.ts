import type { Address } from '../document/document.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Source } from '../operations/annotations.ts'

/** The stages of judging an exchange, in order. If a stage gives a finding, later stages are skipped. */
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
 * `error`: the response violates the document. `assumption`: it violates only an assumption of the document's author.
 * `drift`: the server does something undocumented. `warning`: the standards do not clearly forbid the response;
 * reported once for the whole API.
 */
export type Level = 'error' | 'drift' | 'assumption' | 'warning'

/**
 * The harm of a finding, by which reports sort. `harm`: data is lost or changed, unauthorized callers get access or
 * data, or the server fails. `wrong`: a response has a wrong status, type or value. `lenient`: the server accepts a
 * request that the document forbids.
 */
export const WEIGHTS = ['harm', 'wrong', 'lenient'] as const
export type Weight = (typeof WEIGHTS)[number]

/** A violated clause. Its texts must not contain values from the response. */
export interface RuleFault {
  /** JSON Pointer of the clause inside its operation, with the target of each `$ref` in place of the `$ref`. */
  readonly pointer: string
  readonly half?: 'accepts' | 'refuses'
  /** The address of the violated promise in the document, for a promise that is not a listed clause. */
  readonly address?: Address
  /** JSON Pointer into the response body, or the name of a header. */
  readonly at?: string
  readonly message: string
  readonly expected: string
  readonly received: string
  /**
   * A text that identifies the cause. Faults of one operation with equal causes become one finding. Warnings with equal
   * causes are reported once for all operations.
   */
  readonly cause?: string
  /** The fix to print, if the general fix of the rule does not fit. Completes the sentence "Next: …". */
  readonly fix?: string
  /** True if the cause is the same for all operations, such as one error handler. */
  readonly isOfApi?: boolean
  /** Replaces the level of the rule. */
  readonly level?: Level
  /** Replaces the source of the clause. */
  readonly source?: Source
  /**
   * The violated part of the clause, such as the name of a changed field. Set only if `x-source` can give this part its
   * own source.
   */
  readonly part?: string
}

/** One rule of the catalogue. */
export interface Rule {
  /** Identifies the rule. An id is never changed, and never reused for another rule. */
  readonly id: string
  /** A statement that is true if a response follows the rule. */
  readonly title: string
  readonly why: string
  /** The fix. Completes the sentence "Next: …". */
  readonly fix: string
  /** Describes an exchange that passes and one that fails. Both texts are also the titles of tests. */
  readonly examples: { readonly passes: string; readonly fails: string }
  readonly level: Level
  readonly weight: Weight
  readonly stages: readonly Stage[]
  /** Returns the faults of an exchange. Must be a pure function. Is called once for each stage in `stages`. */
  judge(evidence: Evidence, stage: Stage): readonly RuleFault[]
}
