/** What a generated client knows of its document at run time. Plain data and check functions. */
export interface Contract {
  readonly schemes: Readonly<Record<string, ContractScheme>>
  readonly operations: Readonly<Record<string, ContractOperation>>
}

/** A broken keyword of a schema at one place of a value. Tells nothing of the value itself. */
export interface Mismatch {
  /** Pointer of the keyword by its use: `/properties/status/enum`, `/required/id`. */
  readonly keyword: string
  /** JSON Pointer to the place in the value; of a missing member, where it would be. */
  readonly at: string
  readonly expected: string
}

/** Every broken keyword, the first one first. */
export type Check = (value: unknown) => Mismatch[]

/** Credentials go where the document says. OpenAPI 3.1.1 §4.8.27. */
export type ContractScheme =
  | { readonly type: 'oauth2'; readonly tokenUrl: string }
  | { readonly type: 'apiKey'; readonly in: 'header' | 'query' | 'cookie'; readonly parameter: string }
  | { readonly type: 'bearer' }
  | { readonly type: 'basic' }

export interface ContractOperation {
  /** As clauses name it. */
  readonly id: string
  readonly method: string
  readonly path: string
  /** Names of the schemes that are asked for together; alternatives in the order of the document, the first is used. */
  readonly security: readonly string[]
  readonly parameters: readonly ParameterContract[]
  readonly checkParameters?: Check
  readonly requestBody?: RequestBodyContract
  /** By `200`, `4XX` or `default`. */
  readonly responses: Readonly<Record<string, ResponseContract>>
}

export interface ParameterContract {
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly name: string
  readonly required: boolean
}

export interface RequestBodyContract {
  readonly required: boolean
  /** The one media type that is sent. */
  readonly contentType: string
  readonly check?: Check
  /** Only the fields that are sent change, so that sending none says nothing. */
  readonly partial: boolean
}

export interface ResponseContract {
  /** By media type or range; none at all means that there is no body. */
  readonly content: Readonly<Record<string, { readonly check?: Check }>>
  readonly headers: readonly HeaderContract[]
  readonly checkHeaders?: Check
}

export interface HeaderContract {
  /** As the document spells it. */
  readonly name: string
  readonly decode: 'text' | 'number' | 'boolean' | 'list'
}
