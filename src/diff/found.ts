import type { Address } from '../document/document.ts'
import type { Location } from '../document/location.ts'
import type { Operation } from '../operations/operation.ts'
import type { CompareSchemas, SchemaDifference } from '../schemas/compare-schemas.ts'
import type { Direction, Schema } from '../schemas/schema.ts'
import type { ChangeRuleId } from './rules.ts'

/** A change that a comparer found. `joinChanges` later joins equal changes of several operations. */
export interface FoundChange {
  readonly rule: ChangeRuleId
  /** The part of the operation that changed. */
  readonly part: string
  readonly what: string
  readonly base?: Address | undefined
  readonly head?: Address | undefined
  /** The positions to report, if they are not those of `base` and `head`. */
  readonly basePlace?: Location
  readonly headPlace?: Location
  /** A name or value that distinguishes the change from other changes at the same place. */
  readonly key?: string
  /** Only for a difference between schemas: the data for finding an example value. */
  readonly shows?: ComparedPair
}

/** Two schemas and a difference between them. An example value can be searched with them. */
export interface ComparedPair {
  readonly base: Schema
  readonly head: Schema
  readonly direction: Direction
  readonly difference: SchemaDifference
}

/** One operation, as it is in the old document (`base`) and in the new document (`head`). */
export interface OperationPair {
  readonly base: Operation
  readonly head: Operation
  /** True for a webhook. Its request is sent by the provider and read by the consumer. */
  readonly isWebhook: boolean
  readonly schemas: Readonly<Record<Direction, CompareSchemas>>
}

/** Compares one aspect of an operation. */
export type CompareOperation = (pair: OperationPair) => readonly FoundChange[]
