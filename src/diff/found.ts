import type { Address } from '../document/document.ts'
import type { Location } from '../document/location.ts'
import type { Operation } from '../operations/operation.ts'
import type { CompareSchemas, SchemaDifference } from '../schemas/compare-schemas.ts'
import type { Direction, Schema } from '../schemas/schema.ts'
import type { ChangeRuleId } from './rules.ts'

/** A change in one operation. `joinChanges` later joins equal changes of several operations. */
export interface FoundChange {
  readonly rule: ChangeRuleId
  /** The changed part of the operation, such as `response 200 application/json`. */
  readonly part: string
  readonly what: string
  readonly base?: Address | undefined
  readonly head?: Address | undefined
  /** The locations that the report shows. Set only if they differ from the locations of `base` and `head`. */
  readonly basePlace?: Location
  readonly headPlace?: Location
  /** A text that distinguishes the change from other changes at the same place. */
  readonly key?: string
  /** Set only for schemas: the inputs for finding an example value that shows the change. */
  readonly shows?: ComparedPair
}

/** Two schemas and one difference between them. They are used to find an example value. */
export interface ComparedPair {
  readonly base: Schema
  readonly head: Schema
  readonly direction: Direction
  readonly difference: SchemaDifference
}

/** An operation in the old document (`base`) and in the new document (`head`). */
export interface OperationPair {
  readonly base: Operation
  readonly head: Operation
  /** True for a webhook or a callback. The provider sends its requests, and the consumer reads them. */
  readonly isWebhook: boolean
  readonly schemas: Readonly<Record<Direction, CompareSchemas>>
}

/** Compares one aspect of an operation, such as its parameters. */
export type CompareOperation = (pair: OperationPair) => readonly FoundChange[]
