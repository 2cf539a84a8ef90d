import type { Execution } from '../evidence/execution.ts'
import type { JsonObject } from '../json.ts'
import type { Operation } from '../operations/operation.ts'
import type { Weight } from '../rules/rule.ts'
import type { Judgement } from '../verdicts/judge.ts'
import type { RootPlace } from './root-place.ts'

/** A change of the document: `update` is merged into the object at the place. */
export interface Closing extends RootPlace {
  readonly update: JsonObject
}

/** A recorded exchange that passed, and the same exchange with one alteration. */
export interface Altered {
  readonly original: Judgement
  readonly altered: Execution
}

/** A kind of fault that a server may have. */
export interface FaultKind {
  readonly id: string
  readonly weight: Weight
  /** Completes the sentence "This run would not notice it if the server …". */
  readonly sentence: string
}

/** A question about recorded responses: would the run notice a fault of one kind in one response of one operation? */
export interface Question {
  readonly kind: FaultKind
  readonly operation: Pick<Operation, 'id' | 'method' | 'path'>
  /** The documented status of the response. */
  readonly status: string
  readonly probes: readonly Probe[]
  /** The ways to close the gap, the best first. Undefined if a way is not possible for these fields. */
  readonly ways: readonly ((fields: readonly string[]) => Closing | undefined)[]
}

/** The alterations of one field. A field is a gap if no rule reports any of them. */
export interface Probe {
  readonly field: string
  readonly altered: readonly Altered[]
}

/** A response in which the run would not notice a fault, and the changes of the document with which it would. */
export interface GapPlace {
  readonly operation: Question['operation']
  readonly status: string
  /** The names of properties, parameters or headers. The document contains all of them. */
  readonly fields: readonly string[]
  readonly closings: readonly Closing[]
}

/** The places in which the run would not notice a kind of fault. */
export interface Gap {
  readonly kind: FaultKind
  readonly places: readonly GapPlace[]
}

/** The result of `findGaps`. */
export interface WhatIf {
  /** The number of altered responses that were judged. */
  readonly tried: number
  /** The gaps, the most harmful first. */
  readonly gaps: readonly Gap[]
}
