import type { HeaderShape } from './answers/decode-header.ts'
import type { Encodings } from './requests/encode-body.ts'
import type { encodeForm } from './requests/encode-form.ts'
import type { JsonCodec } from './answers/int64-json.ts'
import type { OpenTokens } from './sending/token-source.ts'
import type { ParameterStyle, serializeParameter } from './requests/serialize-parameter.ts'

/** The part of a document that a generated client knows: data and check functions. */
export interface Contract {
  readonly schemes: Readonly<Record<string, ContractScheme>>
  readonly operations: Readonly<Record<string, ContractOperation>>
}

/** A violated schema keyword, and where in the value. Does not contain the value itself. */
export interface Mismatch {
  /**
   * The JSON Pointer of the keyword in the schema, with the target of each `$ref` in place of the `$ref`:
   * `/properties/status/enum`, `/required/id`.
   */
  readonly keyword: string
  /** The JSON Pointer of the invalid value. For a missing property, the pointer that it would have. */
  readonly at: string
  readonly expected: string
  /** The problem as the end of a sentence, such as `is missing` or `is not a string`. It does not contain the value. */
  readonly words?: string
}

/** Returns all keywords that a value violates, in schema order. */
export type Check = (value: unknown) => Mismatch[]

/** A security scheme and how it adds a credential to requests. OpenAPI 3.1.1 §4.8.27. */
export type ContractScheme =
  | {
      readonly type: 'oauth2'
      readonly tokenUrl: string
      /** Opens a source of tokens. Absent from clients that request no tokens. */
      readonly open: OpenTokens
    }
  | { readonly type: 'apiKey'; readonly in: 'header' | 'query' | 'cookie'; readonly parameter: string }
  | { readonly type: 'bearer' }
  | { readonly type: 'basic' }

export interface ContractOperation {
  /** The operation id, with which the ids of its clauses begin. */
  readonly id: string
  readonly method: string
  readonly path: string
  /**
   * The supported security alternatives, each with the names of its schemes. A call uses the first one for which it has
   * credentials. Empty if the operation needs none.
   */
  readonly security: readonly (readonly string[])[]
  readonly parameters: readonly ParameterContract[]
  readonly checkParameters?: Check
  readonly requestBody?: RequestBodyContract
  /** The responses, by `200`, `4XX` or `default`. */
  readonly responses: Readonly<Record<string, ResponseContract>>
}

/** A parameter of an operation. `style` and `explode` have the defaults of OpenAPI 3.1.1 §4.8.12.2. */
export interface ParameterContract extends Partial<ParameterStyle> {
  readonly in: ParameterStyle['in']
  readonly name: string
  readonly required: boolean
  /**
   * The function `serializeParameter`. Absent for a scalar in the path with the style `simple`, which only needs
   * percent-encoding.
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
  /** Only for JSON with 64-bit integers that are not numbers: parses and writes it. */
  readonly json?: JsonCodec
  /** Only for a form: the function `encodeForm`. Other clients do not contain it. */
  readonly encode?: typeof encodeForm
  /** True if the request changes only the fields that it contains. An empty body is then refused. */
  readonly partial: boolean
}

export interface ResponseContract {
  /** The check of the body for each media type or range. Empty for a response without body. */
  readonly content: Readonly<Record<string, { readonly check?: Check; readonly json?: JsonCodec }>>
  readonly headers: readonly HeaderContract[]
  readonly checkHeaders?: Check
}

export interface HeaderContract {
  /** The name of the header as the document writes it. */
  readonly name: string
  readonly decode: HeaderShape
}
