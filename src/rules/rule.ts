import type { Address } from '../document/document.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Source } from '../operations/annotations.ts'

/** The stages of judging an exchange, in order: a finding at one stage ends the judging of that exchange. */
export const STAGES = [
  'status',
  'content-type',
  'parse',
  'schema',
  'leak',
  'invariant',
  'frame',
  'instants',
  'scenario',
  'drift',
] as const
export type Stage = (typeof STAGES)[number]

/**
 * `error`: the document promises something else. `assumption`: only our own assumption is contradicted. `drift`: the
 * server does more than the document describes. `warning`: the standards leave it open; reported once for the whole API.
 */
export type Level = 'error' | 'drift' | 'assumption' | 'warning'

/** One way in which a response breaks a clause of the document. Texts contain no value from outside. */
export interface RuleFault {
  /** Pointer of the clause, along the operation's use path. */
  readonly pointer: string
  readonly half?: 'accepts' | 'refuses'
  /** Where the clause is defined, if `pointer` names no listed clause. */
  readonly address?: Address
  /** JSON Pointer into the response body, or the name of a header. */
  readonly at?: string
  readonly message: string
  readonly expected: string
  readonly received: string
  /** Faults of one operation with the same cause become one finding, even if their clauses differ; warnings of all operations do. */
  readonly cause?: string
  /** What to change, if the advice of the rule is too general. The end of a sentence. */
  readonly fix?: string
  /** Overrides the level of the rule. */
  readonly level?: Level
  /** Overrides the source of the clause. */
  readonly source?: Source
  /** Name of the negative case, if it may have a source of its own. */
  readonly negative?: string
}

/** One entry of the catalogue. */
export interface Rule {
  /** Stable: never renamed, never reused for something else. */
  readonly id: string
  /** A fact that is true while the rule is kept. */
  readonly title: string
  readonly why: string
  /** What to change, as the end of a sentence: "refuse this request, or allow it in the document". */
  readonly fix: string
  /** One exchange that keeps the rule and one that breaks it; both are titles of its tests. */
  readonly examples: { readonly passes: string; readonly fails: string }
  readonly level: Level
  readonly stages: readonly Stage[]
  /** Pure. Called once for each stage that the rule lists. */
  judge(evidence: Evidence, stage: Stage): readonly RuleFault[]
}
