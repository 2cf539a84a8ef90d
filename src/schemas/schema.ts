import type { Address, Document } from '../document/document.ts'
import type { Json, JsonObject } from '../json.ts'

/**
 * A JSON Schema 2020-12 at one place of use: a schema that is referenced from two places has two such objects.
 * `address` is where the schema is defined. `pointer` is the path from the root schema to the reference. A `$ref` adds
 * nothing to the path: `/properties/id/type`, not `/properties/id/$ref/type`.
 */
export interface Schema {
  readonly document: Document
  readonly address: Address
  readonly pointer: string
  readonly value: JsonObject | boolean
}

/**
 * The direction in which a value is sent. `readOnly` properties are not in requests, and `writeOnly` properties are not
 * in responses.
 */
export type Direction = 'request' | 'response'

/**
 * Groups of keywords, in the order of reporting. If a value violates several keywords at one place, only the first
 * group is reported.
 */
export type KeywordGroup = 'type' | 'enum' | 'format' | 'pattern' | 'bounds' | 'rest'

/**
 * One keyword that a value can violate. A schema that is referenced from two places has its keywords twice. `required`
 * and `dependentRequired` have one entry for each name (`/required/id`). Annotations, and keywords that only combine
 * schemas, are left out. The schema `false` counts as a keyword. Its name is that of the keyword that contains it
 * (`additionalProperties`, `items`), or else `false`.
 */
export interface Keyword {
  /**
   * Path from the root schema to the keyword. The path follows each `$ref` and does not contain it:
   * `/properties/status/enum`. For `required`, the name of the property is added: `/required/id`.
   */
  readonly pointer: string
  readonly name: string
  readonly group: KeywordGroup
  readonly value: Json
  /** The place in the document where the keyword is defined. */
  readonly address: Address
  /**
   * The schema object that contains the keyword. Its pointer and the pointer of the keyword start at the same root
   * schema.
   */
  readonly schema: Schema
  /**
   * Path from the checked value to the part that the keyword constrains, such as `/shipments/*` for every shipment. `*`
   * is an array item or a property without a fixed name. For `required`, the path ends at the missing property. For
   * keywords such as `additionalProperties`, it ends at the object or array.
   */
  readonly instance: string
  /**
   * True if the keyword applies to every value at its place. False inside `anyOf`, `oneOf`, `if` or `dependentSchemas`.
   */
  readonly certain: boolean
  /**
   * The reason why the keyword cannot be compiled. Such a keyword is never checked, and its clauses count as not
   * exercised.
   */
  readonly fault?: string
}

/** A value that a schema lists: a value of an `enum`, or null. Coverage expects each of them to occur. */
export interface NamedValue {
  /** The pointer of the value, such as `/properties/status/enum/pending` or `/properties/note/type/null`. */
  readonly pointer: string
  readonly value: Json
  readonly kind: 'enum-member' | 'nullable'
  readonly address: Address
  /** The keyword that allows the value: `enum` or `type`. */
  readonly keyword: Keyword
}

/**
 * A keyword that is not checked: an unknown keyword, a malformed keyword, an unknown format, or a pattern that is not
 * run. The level is `warning` if JSON Schema allows the keyword, and `error` if the document is wrong.
 */
export interface SchemaFault {
  readonly address: Address
  readonly keyword: string
  readonly message: string
  readonly level: 'error' | 'warning'
  /** The advice for fixing the fault. */
  readonly next: string
}

/** A keyword that a value violates at one place. */
export interface SchemaMismatch {
  readonly keyword: Keyword
  /** JSON Pointer into the value. A missing property has the pointer that it would have if it were present. */
  readonly at: string
  /** Description of the expected value. It contains no values except those of the document. */
  readonly expected: string
}

/** A `pattern` that was not run on a value, because matching such a long value could take very long. */
export interface UnrunPattern {
  readonly source: string
  readonly address: Address
  /** Length of the value, in UTF-16 code units. */
  readonly length: number
}

/**
 * A keyword that applied to a value, or an enum value or null that occurred. For a null value, only keywords about null
 * are listed.
 */
export interface Evaluation {
  /** The pointer of a `Keyword` or of a `NamedValue`. */
  readonly pointer: string
  readonly at: string
  readonly value: Json
}

/** A value of a discriminator's property that names no schema. OpenAPI 3.1.1 §4.8.25.4. */
export interface UnnamedChoice {
  /** JSON Pointer of the discriminator's property. */
  readonly at: string
  /** The `oneOf` or `anyOf` beside the discriminator: its path from the checked schema, and its address. */
  readonly pointer: string
  readonly address: Address
  /** The values of the discriminator's property that name a branch. */
  readonly names: readonly string[]
}
