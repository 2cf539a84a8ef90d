import type { Address, Document } from '../document/document.ts'
import type { Json, JsonObject } from '../json.ts'

/**
 * A JSON Schema 2020-12 at one place of use. `address` is where the schema is defined. `pointer` is the path from the
 * walked schema to this use of it; following a `$ref` adds nothing to the path: `/properties/id/type`, not
 * `/properties/id/$ref/type`.
 */
export interface Schema {
  readonly document: Document
  readonly address: Address
  readonly pointer: string
  readonly value: JsonObject | boolean
}

/** The direction in which a value is sent: `readOnly` properties are not in requests, `writeOnly` not in responses. */
export type Direction = 'request' | 'response'

/** The order in which violations are reported: of several at one place, only the first group is reported. */
export type KeywordGroup = 'type' | 'enum' | 'format' | 'pattern' | 'bounds' | 'rest'

/**
 * One keyword that a value can violate, at one place of use. `required` and `dependentRequired` count once for each
 * name (`/required/id`). Annotations, and keywords that only combine schemas, are left out. The schema `false` is named
 * after the keyword that holds it (`additionalProperties`, `items`), else `false`.
 */
export interface Keyword {
  /** Path of the keyword from the walked schema, through `$ref`s: `/properties/status/enum`, `/required/id`. */
  readonly pointer: string
  readonly name: string
  readonly group: KeywordGroup
  readonly value: Json
  /** The place in the document where the keyword is defined. */
  readonly address: Address
  /** The schema object that contains the keyword. The schema's pointer is relative to the walked schema too. */
  readonly schema: Schema
  /**
   * Path of the value that the keyword constrains, from the value of the walked schema: `/shipments/*` + `/id`. `*`
   * stands for array items and for properties without a fixed name. For `required`, the path of the missing property;
   * for keywords such as `additionalProperties`, the path of the object or array.
   */
  readonly instance: string
  /** True if the keyword applies to every value at its place, without `anyOf`, `oneOf`, `if` or `dependentSchemas`. */
  readonly certain: boolean
  /** Why the keyword cannot be compiled. Such a keyword is never checked, and its clauses count as not exercised. */
  readonly fault?: string
}

/** A value that a schema names and coverage expects: a value of an `enum`, or null. */
export interface NamedValue {
  /** For example `/properties/status/enum/pending` or `/properties/note/type/null`. */
  readonly pointer: string
  readonly value: Json
  readonly kind: 'enum-member' | 'nullable'
  readonly address: Address
  /** The keyword that allows the value: `enum` or `type`. */
  readonly keyword: Keyword
}

/**
 * A keyword that is not checked: it is unknown or malformed, or it is an unknown format or a pattern that is not run.
 * Level `warning` if JSON Schema allows the keyword, `error` if the document is at fault.
 */
export interface SchemaFault {
  readonly address: Address
  readonly keyword: string
  readonly message: string
  readonly level: 'error' | 'warning'
  /** How to fix the fault. */
  readonly next: string
}

/** A keyword that a value violates at one place. */
export interface SchemaMismatch {
  readonly keyword: Keyword
  /** JSON Pointer into the value. For a missing property, the pointer that the property would have. */
  readonly at: string
  /** Description of the expected value. Contains only values of the document. */
  readonly expected: string
}

/** A keyword that applied to a value, or a named value that occurred. For null, only keywords about null count. */
export interface Evaluation {
  /** The pointer of a `Keyword` or of a `NamedValue`. */
  readonly pointer: string
  readonly at: string
  readonly value: Json
}
