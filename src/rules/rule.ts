import type { Address } from '../document/document.ts'
import type { Source } from '../operations/annotations.ts'
import type { Evidence } from '../evidence/evidence.ts'

/** A broken stage leaves the later ones of an exchange not judged. */
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

export type Level = 'error' | 'drift' | 'assumption'

/** One way in which an answer breaks what the document promises. */
export interface Fault {
  /** Pointer of the clause, along the operation's use path. */
  readonly pointer: string
  readonly half?: 'accepts' | 'refuses'
  /** Where it is defined, for a pointer that no clause has. */
  readonly address?: Address
  /** JSON Pointer into the answer's body, or the name of a header. */
  readonly at?: string
  readonly message: string
  readonly expected: string
  readonly received: string
  /** Faults with one root are one finding, whatever their clauses. */
  readonly root?: string
  /** Who says so, where it is not who makes the promise of the clause. */
  readonly source?: Source
  /** Name of a negative case that has a source of its own. */
  readonly negative?: string
}

/** What one rule has to say about one exchange. A rule answers; walking is done for it. */
export interface Rule {
  /** A promise: never renamed, never used again for something else. */
  readonly id: string
  readonly title: string
  readonly why: string
  readonly level: Level
  readonly stages: readonly Stage[]
  judge(evidence: Evidence, stage: Stage): readonly Fault[]
}
