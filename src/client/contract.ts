import type { HeaderShape } from './answers/decode-header.ts'
import type { Encodings } from './requests/encode-body.ts'
import type { encodeForm } from './requests/encode-form.ts'
import type { JsonCodec } from './answers/int64-json.ts'
import type { OpenTokens } from './sending/token-source.ts'
import type { ParameterStyle, serializeParameter } from './requests/serialize-parameter.ts'

/** The part of a document that a generated client needs: data, and functions that check values. */
export interface Contract {
  readonly schemes: Readonly<Record<string, ContractScheme>>
  readonly operations: Readonly<Record<string, ContractOperation>>
}

/** A violated schema keyword, and its place in the value. Does not contain the value itself. */
export interface Mismatch {
  /**
   * The JSON Pointer of the keyword in the schema. The pointer does not contain `$ref`, because the target replaces it:
   * `/properties/status/enum`, `/required/id`.
   */
  readonly keyword: string
  /** The JSON Pointer of the invalid value. For a missing property, the pointer that the property would have. */
  readonly at: string
  readonly expected: string
  /** The problem as the end of a sentence: `is missing`, `is not a string`. The text does not contain the value. */
  readonly words?: string
}

/** Returns all keywords that a value violates, in schema order. */
export type Check = (value: unknown) => Mismatch[]

/** A security scheme, and how a request carries its credential. OpenAPI 3.1.1 §4.8.27. */
export type ContractScheme =
  | {
      readonly type: 'oauth2'
      readonly tokenUrl: string
      /** Opens a source of tokens. Clients without OAuth 2.0 do not contain this function. */
      readonly open: OpenTokens
    }
  | { readonly type: 'apiKey'; readonly in: 'header' | 'query' | 'cookie'; readonly parameter: string }
  | { readonly type: 'bearer' }
  | { readonly type: 'basic' }

export interface ContractOperation {
  /** The operation id. The ids of the operation's clauses begin with it. */
  readonly id: string
  readonly method: string
  readonly path: string
  /**
   * The supported security alternatives. Each lists the names of its schemes. A call uses the first alternative for
   * which it has credentials. The list is empty if the operation needs no credentials.
   */
  readonly security: readonly (readonly string[])[]
  readonly parameters: readonly ParameterContract[]
  readonly checkParameters?: Check
  readonly requestBody?: RequestBodyContract
  /** The responses. The keys are statuses, ranges or `default`: `200`, `4XX`. */
  readonly responses: Readonly<Record<string, ResponseContract>>
}

/** A parameter of an operation. `style` and `explode` have the defaults of OpenAPI 3.1.1 §4.8.12.2. */
export interface ParameterContract extends Partial<ParameterStyle> {
  readonly in: ParameterStyle['in']
  readonly name: string
  readonly required: boolean
  /**
   * The function `serializeParameter`. Absent for a scalar in the path with the style `simple`. Such a parameter only
   * needs percent-encoding.
   */
  readonly serialize?: typeof serializeParameter
}

export interface RequestBodyContract {
  readonly required: boolean
  /** The media type of the body that is sent. */
  readonly contentType: string
  readonly check?: Check
  /** Only for a form: the encodings of its properties. */
  readonly encodings?: Encodings
  /** Only for JSON with 64-bit integers that are not represented as numbers: parses and writes the body. */
  readonly json?: JsonCodec
  /** Only for a form: the function `encodeForm`. A client without forms does not contain this function. */
  readonly encode?: typeof encodeForm
  /**
   * True if the request changes only the fields that it contains. The client then refuses to send a body without
   * fields.
   */
  readonly partial: boolean
}

export interface ResponseContract {
  /** The check of the body for each media type or range. Empty for a response without a body. */
  readonly content: Readonly<Record<string, { readonly check?: Check; readonly json?: JsonCodec }>>
  readonly headers: readonly HeaderContract[]
  readonly checkHeaders?: Check
}

export interface HeaderContract {
  /** The name of the header, spelled as in the document. */
  readonly name: string
  readonly decode: HeaderShape
}
