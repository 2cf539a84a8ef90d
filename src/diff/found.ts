import type { Address } from '../document/document.ts'
import type { Location } from '../document/location.ts'
import type { Operation } from '../operations/operation.ts'
import type { CompareSchemas, SchemaDifference } from '../schemas/compare-schemas.ts'
import type { Direction, Schema } from '../schemas/schema.ts'
import type { RuleId } from './rules.ts'

/** A change as a comparer finds it, before equal changes of several operations are joined. */
export interface Found {
  readonly rule: RuleId
  /** The part of the operation that changed. */
  readonly part: string
  readonly what: string
  readonly base?: Address | undefined
  readonly head?: Address | undefined
  /** The places in the texts, if the addresses are not those of the change itself. */
  readonly basePlace?: Location
  readonly headPlace?: Location
  /** A name or a value that distinguishes the change from others at the same place. */
  readonly key?: string
  /** For a difference between schemas: what is needed to find a value that shows it. */
  readonly shows?: Shows
}

/** Two schemas and one difference between them. */
export interface Shows {
  readonly base: Schema
  readonly head: Schema
  readonly direction: Direction
  readonly difference: SchemaDifference
}

/** The same operation in both documents. */
export interface OperationPair {
  readonly base: Operation
  readonly head: Operation
  /** True for a webhook: the provider sends the request, and the consumer reads it. */
  readonly isWebhook: boolean
  readonly schemas: Readonly<Record<Direction, CompareSchemas>>
}

/** Compares one aspect of an operation. */
export type CompareOperation = (pair: OperationPair) => readonly Found[]
