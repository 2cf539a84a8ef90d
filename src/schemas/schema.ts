import type { Address, Document } from '../document/document.ts'
import type { Json, JsonObject } from '../json.ts'

/**
 * A JSON Schema 2020-12 and the path on which it was reached. If two references point to a component, there are two
 * such objects. `address` is the place where the schema is defined. `pointer` is the path from the root schema. This
 * path contains no `$ref`: `/properties/id/type`, not `/properties/id/$ref/type`.
 */
export interface Schema {
  readonly document: Document
  readonly address: Address
  readonly pointer: string
  readonly value: JsonObject | boolean
}

/**
 * The direction in which a value is sent. Requests contain no `readOnly` properties, and responses contain no
 * `writeOnly` properties.
 */
export type Direction = 'request' | 'response'

/**
 * Groups of keywords, in the order of reporting. If a value violates keywords of several groups, only the first of
 * these groups is reported.
 */
export type KeywordGroup = 'type' | 'enum' | 'format' | 'pattern' | 'bounds' | 'rest'

/**
 * A keyword that a value can violate. If two references point to a component, each keyword of the component exists
 * twice. `required` gives one keyword per name, such as `/required/id`. A schema `false` also counts as a keyword. It
 * gets the name of the keyword that contains it, such as `additionalProperties`. If no keyword contains it, its name is
 * `false`.
 */
export interface Keyword {
  /**
   * Path from the root schema to the keyword, such as `/properties/status/enum`. The path contains no `$ref`. For
   * `required`, it ends with the name of the property: `/required/id`.
   */
  readonly pointer: string
  readonly name: string
  readonly group: KeywordGroup
  readonly value: Json
  /** The address of the keyword in the document. */
  readonly address: Address
  /** The schema that contains the keyword. `schema.pointer` and `pointer` start at the same root schema. */
  readonly schema: Schema
  /**
   * Path to the values that the keyword checks, such as `/shipments/*`. `*` is any item, or any undeclared property.
   * For `required`, the path ends at the missing property. For `additionalProperties`, it ends at the object.
   */
  readonly instance: string
  /**
   * True if the keyword applies to every value at its path. False inside `anyOf`, `oneOf`, `if` or `dependentSchemas`,
   * where the keyword applies only to some values.
   */
  readonly certain: boolean
  /**
   * The reason why the keyword cannot be compiled. A keyword with this reason is never checked, and its clauses count
   * as not tested.
   */
  readonly fault?: string
}

/** An `enum` value, or null. For full coverage, each of these values must occur in some request or response. */
export interface NamedValue {
  /**
   * The pointer of the keyword, followed by the value itself instead of its index. Examples:
   * `/properties/status/enum/pending` and `/properties/note/type/null`.
   */
  readonly pointer: string
  readonly value: Json
  readonly kind: 'enum-member' | 'nullable'
  readonly address: Address
  /** The keyword that allows the value: `enum`, or `type` for null. */
  readonly keyword: Keyword
}

/**
 * A keyword that is not checked: an unknown or malformed keyword, an unknown format, or a slow pattern. `level` is
 * `warning` if JSON Schema allows what the document says, and `error` if it does not.
 */
export interface SchemaFault {
  readonly address: Address
  readonly keyword: string
  readonly message: string
  readonly level: 'error' | 'warning'
  /** Advice to the author of the document for fixing the fault. */
  readonly next: string
}

/** A keyword that a value violates. */
export interface SchemaMismatch {
  readonly keyword: Keyword
  /**
   * JSON Pointer to the invalid part of the value. For a missing property, the pointer that it would have if it were
   * present.
   */
  readonly at: string
  /**
   * Describes the valid values. The text contains no values of requests or responses, only values from the document.
   */
  readonly expected: string
}

/** A `pattern` that was not run on a text, because the text is so long that matching could take very long. */
export interface UnrunPattern {
  readonly source: string
  readonly address: Address
  /** Length of the text that was not matched, in UTF-16 code units. */
  readonly length: number
}

/**
 * A keyword that applied to a value, or an enum value or null that occurred in it. If the value is null, only keywords
 * that concern null are listed.
 */
export interface Evaluation {
  /** The pointer of a keyword, enum value or null. */
  readonly pointer: string
  readonly at: string
  readonly value: Json
}

/** A discriminator whose value in a request or response selects no schema. OpenAPI 3.1.1 §4.8.25.4. */
export interface UnnamedChoice {
  /** JSON Pointer of the discriminator's property. */
  readonly at: string
  /**
   * The path from the checked schema to the `oneOf` or `anyOf` that has the discriminator. `address` is the address of
   * this `oneOf` or `anyOf` in the document.
   */
  readonly pointer: string
  readonly address: Address
  /** The values of the discriminator's property that select a branch. */
  readonly names: readonly string[]
}
