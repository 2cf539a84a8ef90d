import type { Encodings } from './encode-body.ts'
import type { ParameterStyle } from './serialize-parameter.ts'

/** The part of a document that a generated client needs at run time: plain data and check functions. */
export interface Contract {
  readonly schemes: Readonly<Record<string, ContractScheme>>
  readonly operations: Readonly<Record<string, ContractOperation>>
}

/** A violated keyword and its place in a value. It does not contain the value. */
export interface Mismatch {
  /**
   * The JSON Pointer of the keyword in the schema. Every `$ref` is followed: `/properties/status/enum`, `/required/id`.
   */
  readonly keyword: string
  /**
   * The JSON Pointer of the place in the value. For a missing property it is the place where the property should be.
   */
  readonly at: string
  readonly expected: string
}

/** Returns every keyword that the value violates, in the order of the schema. */
export type Check = (value: unknown) => Mismatch[]

/** A security scheme: how a request carries its credential. OpenAPI 3.1.1 §4.8.27. */
export type ContractScheme =
  | { readonly type: 'oauth2'; readonly tokenUrl: string }
  | { readonly type: 'apiKey'; readonly in: 'header' | 'query' | 'cookie'; readonly parameter: string }
  | { readonly type: 'bearer' }
  | { readonly type: 'basic' }

export interface ContractOperation {
  /** The operation's id, as the ids of its clauses contain it. */
  readonly id: string
  readonly method: string
  readonly path: string
  /**
   * The names of all security schemes that a call needs. They are the first security alternative in the document that
   * the client supports.
   */
  readonly security: readonly string[]
  readonly parameters: readonly ParameterContract[]
  readonly checkParameters?: Check
  readonly requestBody?: RequestBodyContract
  /** The responses, keyed by `200`, `4XX` or `default`. */
  readonly responses: Readonly<Record<string, ResponseContract>>
}

/** A parameter. A property that is absent has the default for the parameter's location. OpenAPI 3.1.1 §4.8.12.2. */
export interface ParameterContract extends Partial<ParameterStyle> {
  readonly in: ParameterStyle['in']
  readonly name: string
  readonly required: boolean
}

export interface RequestBodyContract {
  readonly required: boolean
  /** The media type of the sent body. */
  readonly contentType: string
  readonly check?: Check
  /** Only for a form: how its properties are encoded. */
  readonly encodings?: Encodings
  /** True if the request changes only the fields that it contains. In this case an empty body is refused. */
  readonly partial: boolean
}

export interface ResponseContract {
  /** The check of the body for each media type or media range; empty for a response without body. */
  readonly content: Readonly<Record<string, { readonly check?: Check }>>
  readonly headers: readonly HeaderContract[]
  readonly checkHeaders?: Check
}

export interface HeaderContract {
  /** Name of the header as the document spells it. */
  readonly name: string
  readonly decode: 'text' | 'number' | 'boolean' | 'list'
}
