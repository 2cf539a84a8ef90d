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

/** A part of an operation, such as a response. It can have clauses. `address` is its place in the document. */
export interface Place {
  readonly address: Address
  /**
   * Path from the operation to this part, such as `/responses/200/content/application~1json`. The path contains no
   * `$ref`.
   */
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
  /**
   * The location of the parameter. A parameter for the whole query (`in: querystring`) has the location `query` and the
   * style `querystring`.
   */
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly required: boolean
  readonly style: string
  readonly explode: boolean
  readonly allowReserved: boolean
  /** The media type of a parameter with `content` instead of `schema`. */
  readonly contentType?: string
  readonly schema?: Schema
  readonly examples: readonly Example[]
  /** True for `x-server-data`: the value must exist on the server. */
  readonly isServerData: boolean
  /**
   * The reason why cases must not choose the value: it may be a credential, for example. Absent if cases can choose the
   * value.
   */
  readonly reserved?: string
}

/** A Media Type Object, and its key: a media type or a range. OpenAPI 3.1.1 §4.8.14. */
export interface MediaType extends Place {
  /** The key in the document: `application/json` or `application/*`. */
  readonly range: string
  readonly schema?: Schema
  /** Set for a stream (`itemSchema`). `schema` is then the schema of the list of all items. OpenAPI 3.2.0 §4.14. */
  readonly isStream?: true
  readonly examples: readonly Example[]
  /** The documented encoding of each property of a form. */
  readonly encoding?: Readonly<Record<string, DocumentedEncoding>>
}

/** An Encoding Object of the document. Defaults are not filled in. OpenAPI 3.1.1 §4.8.15. */
export interface DocumentedEncoding extends Omit<PropertyEncoding, 'headers' | 'isFile'> {
  readonly headers: readonly ResponseHeader[]
}

/** The request body of an operation (Request Body Object). OpenAPI 3.1.1 §4.8.13. */
export interface RequestBody extends Place {
  readonly required: boolean
  readonly content: readonly MediaType[]
}

/** A Header Object of a response. In header names, upper and lower case do not differ. OpenAPI 3.1.1 §4.8.21. */
export interface ResponseHeader extends Place {
  readonly name: string
  readonly required: boolean
  readonly explode: boolean
  /** The media type of the header's value. Absent if the header has a schema instead of `content`. */
  readonly contentType?: string
  readonly schema?: Schema
}

/** A Response Object, and its key: a status. OpenAPI 3.1.1 §4.8.16, §4.8.17. */
export interface Response extends Place {
  /** The key in the document: `200`, `4XX` or `default`. */
  readonly status: string
  readonly headers: readonly ResponseHeader[]
  readonly content: readonly MediaType[]
  readonly links: readonly Link[]
  readonly invariants: readonly Invariant[]
  /** Set for a response with a broken reference. Only the status of the response is known, so every body is allowed. */
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
  /** For `apiKey`: the location and the name of the key. */
  readonly in?: 'header' | 'query' | 'cookie'
  readonly parameter?: string
  /** For `http`: the scheme in lower case, such as `bearer` or `basic`. */
  readonly scheme?: string
  /** For `oauth2` with client credentials: the token URL in the form of the document. It may be relative. */
  readonly tokenUrl?: string
  readonly scopes: readonly string[]
}

/**
 * One alternative in `security`. A request needs the credentials of all schemes of the alternative. If the alternative
 * has no schemes, a request needs no credentials.
 */
export interface SecurityRequirement extends Place {
  readonly schemes: readonly SecurityScheme[]
}

/** The security alternative that a case uses, and the credentials that the case leaves out or changes. */
export interface Access {
  /** Pointer of the security alternative, such as `/security/apiKey`. */
  readonly alternative: string
  /** The schemes whose credentials are missing or changed. Absent if all credentials are valid. */
  readonly defect?: { readonly kind: 'missing' | 'changed'; readonly schemes: readonly string[] }
}

/** The kinds of document parts that no case tests. See `Unexercised`. */
export const UNEXERCISED_KINDS = [
  'callback',
  'webhook',
  'link',
  'unreadable-response',
  'header-content',
  'external-example',
  'serialized-example',
  'item-encoding',
  'server-name',
  'tag',
  'security-metadata',
  'device-authorization',
] as const

/** A part of a document that no case tests. */
export interface Unexercised extends Place {
  readonly kind: (typeof UNEXERCISED_KINDS)[number]
}

/** One method on one path, with its parameters, body, responses and annotations. OpenAPI 3.1.1 §4.8.10. */
export interface Operation extends Place {
  readonly document: Document
  /** The `operationId`. If it is missing or not unique, the method and the path: `patch /orders/{id}`. */
  readonly id: string
  /** The method in upper case. */
  readonly method: string
  readonly path: string
  /** All documented methods of the path, in upper case. */
  readonly methodsOnPath: readonly string[]
  readonly summary: string
  readonly description: string
  readonly tags: readonly string[]
  readonly deprecated: boolean
  readonly parameters: readonly Parameter[]
  /**
   * Required header parameters that tools must ignore, such as `accept`. Names are in lower case. OpenAPI 3.1.1
   * §4.8.12.1.
   */
  readonly ignoredHeaders: readonly string[]
  readonly requestBody?: RequestBody
  readonly responses: readonly Response[]
  /** The security alternatives. Empty if no credentials are required. */
  readonly security: readonly SecurityRequirement[]
  readonly scenarios: readonly Scenario[]
  readonly states: ReadonlyMap<string, StateDeclaration>
  readonly unreachableStatuses: ReadonlyMap<string, Unreachable>
  /** The refusal rules, in document order. */
  readonly refusals: readonly RefusalRule[]
  /** For each top-level request field with `x-transitions`, the allowed changes of its value. */
  readonly transitions: ReadonlyMap<string, Transitions>
  readonly update?: UpdateRule
  /** The parts of the operation that no case can test, such as callbacks. */
  readonly unexercised: readonly Unexercised[]
  /**
   * True for an operation that represents the webhooks of the document, or its parts outside all operations. The
   * operation has no cases, because no client calls it.
   */
  readonly isWebhooks?: true
  /**
   * The error of a broken reference outside the responses. If it is set, only the statuses of the operation are known.
   */
  readonly broken?: ContractError
}

/**
 * Returns the reason why a response to this method with this status must not have a body. Returns undefined if HTTP
 * allows a body.
 */
export function whyBodiless(method: string, status: string): string | undefined {
  if (method === 'HEAD') return 'a response to HEAD has no body: RFC 9110 §9.3.2'
  if (/^(1\d\d|1XX|204|205|304)$/.test(status)) return `a response with ${status} has no body: RFC 9110 §6.4.1`
  return undefined
}

/**
 * Returns the documented response for a status. Prefers the status itself, then its range (`4XX`), then `default`.
 * OpenAPI 3.1.1 §4.8.16.
 */
export function responseFor(operation: Operation, status: number): Response | undefined {
  const under = (key: string): Response | undefined => operation.responses.find((response) => response.status === key)
  return under(String(status)) ?? under(`${Math.floor(status / 100)}XX`) ?? under('default')
}
