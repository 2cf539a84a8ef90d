import type { Address } from '../document/document.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Source } from '../operations/annotations.ts'

/** The stages in which an exchange is judged, in order. If one stage has a finding, the later stages are skipped. */
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
 * `error`: the response contradicts the document. `assumption`: it contradicts only what the document's author assumed.
 * `drift`: the server does something that the document does not describe. `warning`: the standards do not clearly
 * forbid the response; reported once for the whole API.
 */
export type Level = 'error' | 'drift' | 'assumption' | 'warning'

/**
 * The harm that a finding does. Reports sort findings of one level by it. `harm`: data is lost or changed, strangers get
 * access or see data, or the server fails. `wrong`: a response has a wrong status, type or value. `lenient`: the server
 * accepts a request that the document forbids.
 */
export const WEIGHTS = ['harm', 'wrong', 'lenient'] as const
export type Weight = (typeof WEIGHTS)[number]

/** A clause that a response violates. The texts must not contain values from the response. */
export interface RuleFault {
  /** Pointer of the clause: the path from the operation through `$ref`s. */
  readonly pointer: string
  readonly half?: 'accepts' | 'refuses'
  /** The address of the promise in the document. Set if no clause has this pointer. */
  readonly address?: Address
  /** JSON Pointer into the response body, or the name of a header. */
  readonly at?: string
  readonly message: string
  readonly expected: string
  readonly received: string
  /**
   * Names the cause of the fault. Faults of one operation with the same cause are reported as one finding, even if they
   * violate different clauses. Warnings with the same cause are reported once for all operations.
   */
  readonly cause?: string
  /** The change to make, if the rule's advice is too general. Completes the sentence "Next: …". */
  readonly fix?: string
  /** True if the cause is the same for all operations, such as one error handler. */
  readonly isOfApi?: boolean
  /** Overrides the level of the rule. */
  readonly level?: Level
  /** Overrides the source of the clause. */
  readonly source?: Source
  /**
   * The violated part of the clause, such as a negative case or a field that changed. Set only if `x-source` can name a
   * separate source for this part.
   */
  readonly part?: string
}

/** One rule of the catalogue. */
export interface Rule {
  /** Identifies the rule. An id is never changed, and never reused for another rule. */
  readonly id: string
  /** A statement that is true of a response that follows the rule. */
  readonly title: string
  readonly why: string
  /** The change to make. Completes the sentence "Next: …". */
  readonly fix: string
  /** Describes an exchange that passes and one that fails. Both texts are also the titles of tests. */
  readonly examples: { readonly passes: string; readonly fails: string }
  readonly level: Level
  readonly weight: Weight
  readonly stages: readonly Stage[]
  /** Returns the faults of a response. Must be a pure function. Called once for each stage in `stages`. */
  judge(evidence: Evidence, stage: Stage): readonly RuleFault[]
}
