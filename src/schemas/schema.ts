import type { Address, Document } from '../document/document.ts'
import type { Json, JsonObject } from '../json.ts'

/**
 * A JSON Schema 2020-12 at one place of use. `pointer` is the use path from where the walk began, `$ref`s followed
 * (so it names `/properties/id/type`, never `/$ref`); `address` is where the schema is defined.
 */
export interface Schema {
  readonly document: Document
  readonly address: Address
  readonly pointer: string
  readonly value: JsonObject | boolean
}

/** What makes a keyword's verdict: in this order only the first broken one counts at one place of one value. */
export type KeywordGroup = 'type' | 'enum' | 'format' | 'pattern' | 'bounds' | 'rest'

/**
 * One keyword that a value can keep or break, at one place of use. `required` and `dependentRequired` are one each
 * per name: `/required/id`. Annotations and applicators that cannot fail by themselves are none.
 */
export interface Keyword {
  /** Use path, relative to the schema that was walked: `/properties/status/enum`, `/required/id`. */
  readonly pointer: string
  readonly name: string
  readonly group: KeywordGroup
  readonly value: Json
  /** Where the keyword stands in the document. */
  readonly address: Address
  /** The schema object that it stands in. */
  readonly schema: Schema
  /** Use path of the value: tokens of properties and `*` for items, from the walked schema: `/shipments/*` + `/id`. */
  readonly instance: string
  /** Whether the keyword applies whenever its place is there (not below anyOf, oneOf, not, if). */
  readonly certain: boolean
}

/** A broken keyword at one place of one value. */
export interface Mismatch {
  readonly keyword: Keyword
  /** JSON Pointer into the value. */
  readonly at: string
  /** What the keyword asks for, in words, values of the document only. */
  readonly expected: string
}

/** A keyword that was asked of a present value, whatever the answer. */
export interface Evaluation {
  readonly pointer: string
  readonly at: string
  readonly value: Json
}
