import type { HeaderShape } from './answers/decode-header.ts'
import type { Encodings } from './requests/encode-body.ts'
import type { encodeForm } from './requests/encode-form.ts'
import type { JsonCodec } from './answers/int64-json.ts'
import type { OpenTokens } from './sending/token-source.ts'
import type { ParameterStyle, serializeParameter } from './requests/serialize-parameter.ts'

/** The part of a document that a generated client needs at run time: plain data and check functions. */
export interface Contract {
  readonly schemes: Readonly<Record<string, ContractScheme>>
  readonly operations: Readonly<Record<string, ContractOperation>>
}

/** A schema keyword that a value violates, and where in the value. Does not contain the value itself. */
export interface Mismatch {
  /**
   * The JSON Pointer of the keyword in the schema, as if each `$ref` were replaced by its target:
   * `/properties/status/enum`, `/required/id`.
   */
  readonly keyword: string
  /**
   * The JSON Pointer of the invalid part of the value. For a missing property, the pointer that the property would
   * have.
   */
  readonly at: string
  readonly expected: string
  /** The problem as the end of a sentence, such as `is missing` or `is not a string`. It does not contain the value. */
  readonly words?: string
}

/** A function that returns every keyword that a value violates, in the order of the schema. */
export type Check = (value: unknown) => Mismatch[]

/** A security scheme: how a request carries its credential. OpenAPI 3.1.1 §4.8.27. */
export type ContractScheme =
  | {
      readonly type: 'oauth2'
      readonly tokenUrl: string
      /** Opens a source of tokens. It is not part of clients that request no tokens. */
      readonly open: OpenTokens
    }
  | { readonly type: 'apiKey'; readonly in: 'header' | 'query' | 'cookie'; readonly parameter: string }
  | { readonly type: 'bearer' }
  | { readonly type: 'basic' }

export interface ContractOperation {
  /** The id of the operation. The ids of its clauses start with it. */
  readonly id: string
  readonly method: string
  readonly path: string
  /**
   * The security alternatives of the document that the client supports, each with the names of its schemes. A call uses
   * the first alternative for which it has credentials. Empty if the operation needs no credentials.
   */
  readonly security: readonly (readonly string[])[]
  readonly parameters: readonly ParameterContract[]
  readonly checkParameters?: Check
  readonly requestBody?: RequestBodyContract
  /** The responses, keyed by `200`, `4XX` or `default`. */
  readonly responses: Readonly<Record<string, ResponseContract>>
}

/**
 * A parameter of an operation. An absent style or `explode` has the default for the location of the parameter. OpenAPI
 * 3.1.1 §4.8.12.2.
 */
export interface ParameterContract extends Partial<ParameterStyle> {
  readonly in: ParameterStyle['in']
  readonly name: string
  readonly required: boolean
  /**
   * The function `serializeParameter`. Absent for a text, number or boolean in a path with the style `simple`, which
   * needs only percent-encoding.
   */
  readonly serialize?: typeof serializeParameter
}

export interface RequestBodyContract {
  readonly required: boolean
  /** The media type of the sent body. */
  readonly contentType: string
  readonly check?: Check
  /** Only for a form: the encodings of its properties. */
  readonly encodings?: Encodings
  /** Only for JSON with integers of 64 bits that are not numbers: the functions that read and write it. */
  readonly json?: JsonCodec
  /** Only for a form: the function `encodeForm`. Clients that send no form do not contain it. */
  readonly encode?: typeof encodeForm
  /** True if the request changes only the fields that it contains. In this case an empty body is refused. */
  readonly partial: boolean
}

export interface ResponseContract {
  /** The check of the body for each media type or media range; empty for a response without body. */
  readonly content: Readonly<Record<string, { readonly check?: Check; readonly json?: JsonCodec }>>
  readonly headers: readonly HeaderContract[]
  readonly checkHeaders?: Check
}

export interface HeaderContract {
  /** Name of the header as the document spells it. */
  readonly name: string
  readonly decode: HeaderShape
}
