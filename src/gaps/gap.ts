import type { Execution } from '../evidence/execution.ts'
import type { JsonObject } from '../json.ts'
import type { Operation } from '../operations/operation.ts'
import type { Weight } from '../rules/rule.ts'
import type { Judgement } from '../verdicts/judge.ts'
import type { RootPlace } from './root-place.ts'

/**
 * A change of the document with which a rule detects a fault. `update` is merged into the object that `RootPlace`
 * names.
 */
export interface Closing extends RootPlace {
  readonly update: JsonObject
}

/** A recorded exchange that passed, and an altered copy of it. */
export interface Altered {
  readonly original: Judgement
  readonly altered: Execution
}

/** A kind of fault that a server may have, such as a missing property. */
export interface FaultKind {
  readonly id: string
  readonly weight: Weight
  /** The second half of the sentence "This run would not detect it if the server …". */
  readonly sentence: string
}

/**
 * A possible fault of one kind, in one response of one operation. It is not known yet whether the run detects the
 * fault.
 */
export interface Question {
  readonly kind: FaultKind
  readonly operation: Pick<Operation, 'id' | 'method' | 'path'>
  /** The documented status of the response. */
  readonly status: string
  readonly probes: readonly Probe[]
  /**
   * Changes of the document that may make the fault detectable, the best first. A function returns undefined if its
   * change does not fit the given fields.
   */
  readonly ways: readonly ((fields: readonly string[]) => Closing | undefined)[]
}

/** The altered exchanges for one field. The fault is undetected if no rule reports any of these exchanges. */
export interface Probe {
  readonly field: string
  readonly altered: readonly Altered[]
}

/** A response in which faults are undetected, and the changes of the document that make the faults detectable. */
export interface GapPlace {
  readonly operation: Question['operation']
  readonly status: string
  /** The names of properties, parameters or headers, in the spelling of the document. */
  readonly fields: readonly string[]
  readonly closings: readonly Closing[]
}

/** A kind of undetected fault, and the responses in which the run would not detect it. */
export interface Gap {
  readonly kind: FaultKind
  readonly places: readonly GapPlace[]
}

/** The result of `findGaps`. */
export interface WhatIf {
  /** The number of altered responses that were judged. */
  readonly tried: number
  /** The undetected faults, the most harmful first. */
  readonly gaps: readonly Gap[]
}
