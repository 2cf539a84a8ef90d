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

/** Which way a value travels: decides whether `readOnly` and `writeOnly` fields are promised. OpenAPI 3.1 §4.8.24. */
export type Direction = 'request' | 'response'

/** What makes a keyword's verdict: in this order only the first broken one counts at one place of one value. */
export type KeywordGroup = 'type' | 'enum' | 'format' | 'pattern' | 'bounds' | 'rest'

/**
 * One keyword that a value can keep or break, at one place of use. `required` and `dependentRequired` are one each
 * per name: `/required/id`. Annotations and applicators that cannot fail by themselves are none. A schema `false` is
 * one, named by the keyword that it stands at: `additionalProperties`, `items`; elsewhere `false`.
 */
export interface Keyword {
  /** Use path, relative to the schema that was walked: `/properties/status/enum`, `/required/id`. */
  readonly pointer: string
  readonly name: string
  readonly group: KeywordGroup
  readonly value: Json
  /** Where the keyword stands in the document. */
  readonly address: Address
  /** The schema object that it stands in; its pointer too is relative to the schema that was walked. */
  readonly schema: Schema
  /**
   * Use path of the value that breaks it: tokens of properties and `*` for items and for members without a name,
   * from the walked schema: `/shipments/*` + `/id`. Of `required` the missing member; of `additionalProperties` and
   * other keywords about unnamed members the object or array.
   */
  readonly instance: string
  /** Whether the keyword applies whenever its place is there (not below anyOf, oneOf, if, dependentSchemas). */
  readonly certain: boolean
  /** Why it cannot be compiled. Such a keyword is never asked: what depends on it is not exercised. */
  readonly fault?: string
}

/** A value that a schema names one by one, and that coverage wants to see: a member of an `enum`, or null. */
export interface Member {
  /** `/properties/status/enum/pending`, `/properties/note/type/null`. */
  readonly pointer: string
  readonly value: Json
  readonly kind: 'enum-member' | 'nullable'
  readonly address: Address
  /** The keyword that allows it: `enum` or `type`. */
  readonly keyword: Keyword
}

/** A keyword that cannot be compiled: unknown, of a wrong form, an unknown format, a pattern that cannot run. */
export interface SchemaFault {
  readonly address: Address
  readonly keyword: string
  readonly message: string
}

/** A broken keyword at one place of one value. */
export interface Mismatch {
  readonly keyword: Keyword
  /** JSON Pointer into the value; of a missing member, where it would be. */
  readonly at: string
  /** What the keyword asks for, in words, values of the document only. */
  readonly expected: string
}

/**
 * A keyword that was asked of a present value, whatever the answer, or a member that was seen. Null is asked only of
 * keywords that are about nothing else (`type: "null"`, `const: null`).
 */
export interface Evaluation {
  /** The pointer of a `Keyword` or of a `Member`. */
  readonly pointer: string
  readonly at: string
  readonly value: Json
}
