import type { PropertyEncoding } from '../client/requests/encode-body.ts'
import type { Address, Document } from '../document/document.ts'
import type { ContractError } from '../errors.ts'
import type { Json, JsonObject } from '../json.ts'
import type { Schema } from '../schemas/schema.ts'
import type {
  Invariant,
  RefusalRule,
  Scenario,
  StateDeclaration,
  Transitions,
  Unreachable,
  UpdateRule,
} from './annotations.ts'

/**
 * A part of an operation that can have clauses. `address` is its place in the document; `pointer` is the path from the
 * operation.
 */
export interface Place {
  readonly address: Address
  /** Path from the operation to the part, through `$ref`s: `/responses/200/content/application~1json`. */
  readonly pointer: string
}

/** The value of an Example Object. OpenAPI 3.1.1 §4.8.19. */
export interface Example {
  readonly name: string
  readonly value: Json
  readonly address: Address
}

/** A parameter of an operation (Parameter Object). OpenAPI 3.1.1 §4.8.12. */
export interface Parameter extends Place {
  readonly name: string
  /** A parameter that is the whole query (`in: querystring`) has the location `query` and the style `querystring`. */
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly required: boolean
  readonly style: string
  readonly explode: boolean
  readonly allowReserved: boolean
  /** The media type, if the parameter has `content` instead of `schema`. */
  readonly contentType?: string
  readonly schema?: Schema
  readonly examples: readonly Example[]
  /** True if the parameter has `x-server-data`: its value must exist on the server. */
  readonly isServerData: boolean
  /** The reason why cases must not choose the value, for example because a credential sets it. Absent if they may. */
  readonly reserved?: string
}

/** A Media Type Object and the media type or range that is its key. OpenAPI 3.1.1 §4.8.14. */
export interface MediaType extends Place {
  /** The key as written in the document: `application/json` or `application/*`. */
  readonly range: string
  readonly schema?: Schema
  /**
   * Set if the document describes the items of a stream (`itemSchema`). The schema then describes the list of the items.
   * OpenAPI 3.2.0 §4.14.
   */
  readonly isStream?: true
  readonly examples: readonly Example[]
  /** For a form: the encoding of each property. */
  readonly encoding?: Readonly<Record<string, DocumentedEncoding>>
}

/** An Encoding Object as the document contains it, without default values. OpenAPI 3.1.1 §4.8.15. */
export interface DocumentedEncoding extends Omit<PropertyEncoding, 'headers' | 'isFile'> {
  readonly headers: readonly ResponseHeader[]
}

/** The request body of an operation (Request Body Object). OpenAPI 3.1.1 §4.8.13. */
export interface RequestBody extends Place {
  readonly required: boolean
  readonly content: readonly MediaType[]
}

/** Header Object of a response. Header names are case-insensitive. OpenAPI 3.1.1 §4.8.21. */
export interface ResponseHeader extends Place {
  readonly name: string
  readonly required: boolean
  readonly explode: boolean
  /** Only for a header with `content`: the media type of its value. */
  readonly contentType?: string
  readonly schema?: Schema
}

/** A Response Object and the status that is its key. OpenAPI 3.1.1 §4.8.16, §4.8.17. */
export interface Response extends Place {
  /** The key of the response: `200`, `4XX` or `default`. */
  readonly status: string
  readonly headers: readonly ResponseHeader[]
  readonly content: readonly MediaType[]
  readonly links: readonly Link[]
  readonly invariants: readonly Invariant[]
  /** Set if a reference of the response has no target. Only its status is known: any body is allowed. */
  readonly isUnreadable?: true
}

/** A link of a response (Link Object). OpenAPI 3.1.1 §4.8.20. */
export interface Link {
  readonly name: string
  readonly operationId?: string
  readonly operationRef?: string
  readonly parameters: JsonObject
}

/** A security scheme (Security Scheme Object). OpenAPI 3.1.1 §4.8.27. */
export interface SecurityScheme {
  readonly name: string
  readonly type: 'apiKey' | 'http' | 'oauth2' | 'openIdConnect' | 'mutualTLS'
  readonly address: Address
  /**
   * For `apiKey`: the part of the request that holds the key, and the name of the header, query parameter or cookie.
   */
  readonly in?: 'header' | 'query' | 'cookie'
  readonly parameter?: string
  /** For `http`: the authentication scheme in lower case, such as `bearer` or `basic`. */
  readonly scheme?: string
  /** For `oauth2` with client credentials: the token URL as written, not yet resolved against the target's URL. */
  readonly tokenUrl?: string
  readonly scopes: readonly string[]
}

/**
 * One alternative of `security`. A request needs all its schemes together. If it has no schemes, anonymous access is
 * allowed.
 */
export interface SecurityRequirement extends Place {
  readonly schemes: readonly SecurityScheme[]
}

/** The credentials of a request that is sent for one security alternative. */
export interface Access {
  /** Pointer of the security alternative. */
  readonly alternative: string
  /** The schemes whose credentials are missing or changed. Absent if the credentials of every scheme are good. */
  readonly defect?: { readonly kind: 'missing' | 'changed'; readonly schemes: readonly string[] }
}

/** A part of a document that no case exercises. */
export interface Unexercised extends Place {
  readonly kind:
    | 'callback'
    | 'webhook'
    | 'link'
    | 'unreadable-response'
    | 'header-content'
    | 'external-example'
    | 'serialized-example'
    | 'item-encoding'
    | 'server-name'
    | 'tag'
    | 'security-metadata'
    | 'device-authorization'
}

/** One method on one path, with its parameters, bodies, responses and annotations. OpenAPI 3.1.1 §4.8.10. */
export interface Operation extends Place {
  readonly document: Document
  /**
   * The `operationId`. If that is missing or is already used by another operation: method and path, as in `patch
   * /orders/{id}`.
   */
  readonly id: string
  /** Method in upper case. */
  readonly method: string
  readonly path: string
  /** Every documented method of the operation's path, in upper case. */
  readonly methodsOnPath: readonly string[]
  readonly summary: string
  readonly tags: readonly string[]
  readonly deprecated: boolean
  readonly parameters: readonly Parameter[]
  /**
   * Names, in lower case, of required header parameters that OpenAPI ignores, such as `accept`. OpenAPI 3.1.1
   * §4.8.12.1.
   */
  readonly ignoredHeaders: readonly string[]
  readonly requestBody?: RequestBody
  readonly responses: readonly Response[]
  /** The security alternatives. Empty if the document requires no credentials. */
  readonly security: readonly SecurityRequirement[]
  readonly scenarios: readonly Scenario[]
  readonly states: ReadonlyMap<string, StateDeclaration>
  readonly unreachableStatuses: ReadonlyMap<string, Unreachable>
  /** The refusal rules in their order. Empty for a document without refusal rules. */
  readonly refusals: readonly RefusalRule[]
  /** The allowed changes of top-level request fields, by the name of the field. */
  readonly transitions: ReadonlyMap<string, Transitions>
  readonly update?: UpdateRule
  /** The parts of the operation that no case can exercise, such as its callbacks. */
  readonly unexercised: readonly Unexercised[]
  /** True if this operation represents the webhooks of the document. The server sends them, so no case can be made. */
  readonly isWebhooks?: true
  /**
   * Set if a reference outside the responses has no target. Only the statuses of such an operation are known.
   */
  readonly broken?: ContractError
}

/**
 * Returns the reason why HTTP forbids a body in a response with this method and status. Returns undefined if a body is
 * allowed.
 */
export function whyBodiless(method: string, status: string): string | undefined {
  if (method === 'HEAD') return 'a response to HEAD has no body: RFC 9110 §9.3.2'
  if (/^(1\d\d|1XX|204|205|304)$/.test(status)) return `a response with ${status} has no body: RFC 9110 §6.4.1`
  return undefined
}

/**
 * Returns the response that documents a status: under the status itself, under its range (`4XX`), or under `default`.
 * OpenAPI 3.1.1 §4.8.16.
 */
export function responseFor(operation: Operation, status: number): Response | undefined {
  const under = (key: string): Response | undefined => operation.responses.find((response) => response.status === key)
  return under(String(status)) ?? under(`${Math.floor(status / 100)}XX`) ?? under('default')
}
