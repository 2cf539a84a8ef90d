import type { Execution } from '../evidence/execution.ts'
import type { JsonObject } from '../json.ts'
import type { Operation } from '../operations/operation.ts'
import type { Weight } from '../rules/rule.ts'
import type { Judgement } from '../verdicts/judge.ts'
import type { RootPlace } from './root-place.ts'

/**
 * A change of the document that makes a fault detectable. `update` is merged into the object that `RootPlace` names.
 */
export interface Closing extends RootPlace {
  readonly update: JsonObject
}

/** A recorded exchange that passed, and an altered copy of it. */
export interface Altered {
  readonly original: Judgement
  readonly altered: Execution
}

/** A kind of server fault, such as a missing property. */
export interface FaultKind {
  readonly id: string
  readonly weight: Weight
  /** Completes "This run would not detect it if the server …". */
  readonly sentence: string
}

/** A possible fault of one kind, in one response of one operation. The run may or may not detect it. */
export interface Question {
  readonly kind: FaultKind
  readonly operation: Pick<Operation, 'id' | 'method' | 'path'>
  /** The documented status of the response. */
  readonly status: string
  readonly probes: readonly Probe[]
  /**
   * Changes of the document that may make the fault detectable, the best first. A result of undefined means that a
   * change does not fit these fields.
   */
  readonly ways: readonly ((fields: readonly string[]) => Closing | undefined)[]
}

/** The altered exchanges for one field. If no rule reports any of them, the fault is undetected. */
export interface Probe {
  readonly field: string
  readonly altered: readonly Altered[]
}

/** A response with undetected faults, and the changes of the document that make them detectable. */
export interface GapPlace {
  readonly operation: Question['operation']
  readonly status: string
  /** Properties, parameters or headers, by their names in the document. */
  readonly fields: readonly string[]
  readonly closings: readonly Closing[]
}

/** A kind of fault that the run would not detect, and where. */
export interface Gap {
  readonly kind: FaultKind
  readonly places: readonly GapPlace[]
}

/** The result of `findGaps`. */
export interface WhatIf {
  /** How many altered responses were judged. */
  readonly tried: number
  /** The undetected faults, the most harmful first. */
  readonly gaps: readonly Gap[]
}
