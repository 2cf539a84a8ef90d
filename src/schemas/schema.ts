import type { Address, Document } from '../document/document.ts'
import type { Json, JsonObject } from '../json.ts'

/**
 * A JSON Schema 2020-12 at one place of use. `pointer` is the use path with `$ref`s followed: `/properties/id/type`,
 * without `/$ref`. `address` is where the schema is defined.
 */
export interface Schema {
  readonly document: Document
  readonly address: Address
  readonly pointer: string
  readonly value: JsonObject | boolean
}

/**
 * The direction in which a value is sent; decides whether `readOnly` and `writeOnly` properties apply. OpenAPI 3.1
 * §4.8.24.
 */
export type Direction = 'request' | 'response'

/** The order in which keywords are reported: at one place only the first broken one counts. */
export type KeywordGroup = 'type' | 'enum' | 'format' | 'pattern' | 'bounds' | 'rest'

/**
 * One keyword that a value can break, at one place of use. `required` and `dependentRequired` count once per name:
 * `/required/id`. Annotations, and applicators that cannot fail by themselves, are not keywords here. A schema `false`
 * is named after the keyword that holds it (`additionalProperties`, `items`), else `false`.
 */
export interface Keyword {
  /** Use path, relative to the walked schema: `/properties/status/enum`, `/required/id`. */
  readonly pointer: string
  readonly name: string
  readonly group: KeywordGroup
  readonly value: Json
  /** Where the document defines the keyword. */
  readonly address: Address
  /** The schema object that contains it; its pointer too is relative to the walked schema. */
  readonly schema: Schema
  /**
   * Path of the value that breaks it, from the walked schema: property names, and `*` for items and unnamed properties:
   * `/shipments/*` + `/id`. For `required` the missing property; for keywords about unnamed properties, such as
   * `additionalProperties`, the object or array.
   */
  readonly instance: string
  /** True if the keyword applies whenever its place exists (not below anyOf, oneOf, if, dependentSchemas). */
  readonly certain: boolean
  /**
   * The reason why it cannot be compiled. Such a keyword is never checked, and clauses that depend on it are not
   * exercised.
   */
  readonly fault?: string
}

/** A value that a schema names and coverage expects to see: a value of an `enum`, or null. */
export interface NamedValue {
  /** `/properties/status/enum/pending`, `/properties/note/type/null`. */
  readonly pointer: string
  readonly value: Json
  readonly kind: 'enum-member' | 'nullable'
  readonly address: Address
  /** The keyword that allows it: `enum` or `type`. */
  readonly keyword: Keyword
}

/**
 * A keyword that is not checked: unknown, malformed, an unknown format, or a pattern that is not run. A `warning` is
 * allowed by JSON Schema; an `error` is a fault of the document.
 */
export interface SchemaFault {
  readonly address: Address
  readonly keyword: string
  readonly message: string
  readonly level: 'error' | 'warning'
  /** How to fix it. */
  readonly next: string
}

/** A broken keyword at one place of one value. */
export interface SchemaMismatch {
  readonly keyword: Keyword
  /** JSON Pointer into the value; for a missing property, where it would be. */
  readonly at: string
  /** The expectation in words; contains only values of the document. */
  readonly expected: string
}

/**
 * A keyword that was applied to a present value, or a named value that was seen. Null counts only for keywords that
 * concern null alone (`type: "null"`, `const: null`).
 */
export interface Evaluation {
  /** The pointer of a `Keyword` or of a `NamedValue`. */
  readonly pointer: string
  readonly at: string
  readonly value: Json
}
