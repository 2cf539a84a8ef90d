import type { Address, Document } from '../document/document.ts'
import type { Json, JsonObject } from '../json.ts'

/**
 * A JSON Schema 2020-12, as used in one place. A component with two references has two such objects. `address` is where
 * the schema is defined. `pointer` is the path from the root schema. It does not contain `$ref`: `/properties/id/type`,
 * not `/properties/id/$ref/type`.
 */
export interface Schema {
  readonly document: Document
  readonly address: Address
  readonly pointer: string
  readonly value: JsonObject | boolean
}

/** The direction of a value. `readOnly` properties are not in requests. `writeOnly` properties are not in responses. */
export type Direction = 'request' | 'response'

/**
 * Groups of keywords, in the order of reporting. If a value violates several keywords, only the first group is
 * reported.
 */
export type KeywordGroup = 'type' | 'enum' | 'format' | 'pattern' | 'bounds' | 'rest'

/**
 * A keyword that a value can violate. A component with two references has each keyword twice. `required` has one entry
 * per name, such as `/required/id`. The schema `false` counts as a keyword with the name of the keyword that contains
 * it, such as `additionalProperties`, or else `false`.
 */
export interface Keyword {
  /**
   * Path from the root schema to the keyword, such as `/properties/status/enum`. It does not contain `$ref`. For
   * `required` it ends with the property: `/required/id`.
   */
  readonly pointer: string
  readonly name: string
  readonly group: KeywordGroup
  readonly value: Json
  /** The address of the keyword in the document. */
  readonly address: Address
  /** The schema that contains the keyword. Both pointers start at the same root schema. */
  readonly schema: Schema
  /**
   * Path to the values that the keyword checks, such as `/shipments/*`. `*` is any item, or any undeclared property.
   * For `required`, it ends at the missing property. For `additionalProperties`, it ends at the object.
   */
  readonly instance: string
  /**
   * True if the keyword applies to every value at its path. False inside `anyOf`, `oneOf`, `if` or `dependentSchemas`.
   */
  readonly certain: boolean
  /**
   * The reason why the keyword cannot be compiled. Such a keyword is never checked, and its clauses count as not
   * tested.
   */
  readonly fault?: string
}

/** An `enum` value, or null. Coverage expects each of them to occur. */
export interface NamedValue {
  /** The pointer of the value: `/properties/status/enum/pending` or `/properties/note/type/null`. */
  readonly pointer: string
  readonly value: Json
  readonly kind: 'enum-member' | 'nullable'
  readonly address: Address
  /** The keyword that allows the value: `enum` or `type`. */
  readonly keyword: Keyword
}

/**
 * A keyword that is not checked: an unknown or malformed keyword, an unknown format, or a slow pattern. `warning` if
 * JSON Schema allows the keyword, `error` if the document is wrong.
 */
export interface SchemaFault {
  readonly address: Address
  readonly keyword: string
  readonly message: string
  readonly level: 'error' | 'warning'
  /** Advice for fixing the fault. */
  readonly next: string
}

/** A keyword that a value violates. */
export interface SchemaMismatch {
  readonly keyword: Keyword
  /** JSON Pointer into the value. For a missing property, the pointer where it should be. */
  readonly at: string
  /** Describes the valid values. Contains only values from the document. */
  readonly expected: string
}

/** A `pattern` that was not run, because matching such a long value could take very long. */
export interface UnrunPattern {
  readonly source: string
  readonly address: Address
  /** Length of the value, in UTF-16 code units. */
  readonly length: number
}

/** A keyword that applied to a value, or an enum value or null that occurred. For null, only keywords about null. */
export interface Evaluation {
  /** The pointer of a keyword, enum value or null. */
  readonly pointer: string
  readonly at: string
  readonly value: Json
}

/** A discriminator whose value names no schema. OpenAPI 3.1.1 §4.8.25.4. */
export interface UnnamedChoice {
  /** JSON Pointer of the discriminator's property. */
  readonly at: string
  /**
   * The `oneOf` or `anyOf` beside the discriminator: its path from the checked schema, and its address in the document.
   */
  readonly pointer: string
  readonly address: Address
  /** The values of the property that select a branch. */
  readonly names: readonly string[]
}
