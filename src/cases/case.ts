import type { Given, Role, Send, Source } from '../operations/annotations.ts'
import type { Access, Operation } from '../operations/operation.ts'
import type { Json, JsonObject } from '../json.ts'

/** The response that a case expects. */
export type Expectation =
  /** The server answers with a documented status. The case also passes with a status in `accept`. */
  | {
      readonly kind: 'status'
      readonly status: string
      readonly accept: readonly string[]
      readonly then?: Then
    }
  /** The server answers with a documented 2xx status. */
  | { readonly kind: 'accepted' }
  /**
   * The server refuses the request with a documented 400 or 422. For a wrong content type, 415 is allowed too. For a
   * wrong path parameter, 404 is allowed too.
   */
  | { readonly kind: 'refused'; readonly part: 'body' | 'content-type' | 'path' | 'query' | 'header' }
  /**
   * The server refuses the credentials of a role. `statuses` are the statuses in the scenarios of this role. If there
   * are no such scenarios, they are 401 and 403.
   */
  | { readonly kind: 'locked-out'; readonly role: Role; readonly statuses: readonly string[] }
  /**
   * The server answers with any documented status below 500. The request is valid, but the response depends on the data
   * on the server.
   */
  | { readonly kind: 'documented' }
  /**
   * The server answers with any status except 2xx, because the document does not define the HTTP method of the request.
   */
  | { readonly kind: 'unsupported-method' }

/**
 * The values that a scenario expects in the response. The keys of `body` are JSON Pointers into the body, and the keys
 * of `headers` are header names.
 */
export interface Then {
  readonly body: Readonly<Record<string, Json>>
  readonly headers: Readonly<Record<string, Json>>
}

/**
 * A request about one object that the gate created, such as the pet with the id 7. Examples: `create-again` creates a
 * second object, `update-absent` updates an id that does not exist, `read-as-other` reads the object as a second user.
 */
export type JourneyStep =
  | 'create-again'
  | 'update-absent'
  | 'post-absent'
  | 'delete-absent'
  | 'json-patch'
  | 'list-as-other'
  | 'read-as-other'
  | 'update-as-other'
  | 'delete-as-other'
  | 'delete'
  | 'read-deleted'
  | 'delete-again'
  | 'update-deleted'

/**
 * Steps whose responses depend on the data on the server. If the server refuses such a step, the operation can still
 * work correctly.
 */
export const DEPENDING: ReadonlySet<JourneyStep | undefined> = new Set([
  'create-again',
  'update-absent',
  'post-absent',
  'delete-absent',
])

/** The only defect of an invalid request: the keyword that the request violates, and how it violates the keyword. */
export interface Defect {
  /** JSON Pointer of the clause that the request violates. */
  readonly clause: string
  /** How the keyword is violated. Examples: `null`, or `naive` for a date-time without an offset. */
  readonly name: string
  /** The violated keyword, such as `format`. */
  readonly keyword: string
}

/**
 * A planned request, the reason for sending it, and the expected response. Placeholders such as `{ $state: … }` and
 * `{ $time: … }` are replaced when the case is sent.
 */
export interface Case {
  /**
   * The unique id of the case, such as `updateOrder/negative/body/status/enum/other`. The gate can rebuild and send the
   * case from this id alone.
   */
  readonly path: string
  readonly operation: Operation
  /** The id of the function that generated the case. See `Maker`. */
  readonly maker: string
  /** The behaviour of the server that the case tests, without a subject: `accepts a valid request`. */
  readonly title: string
  readonly given?: Given
  readonly as: Role
  /**
   * The security alternative (item of `security`) whose credentials the case sends. Default: the first alternative for
   * which the user gave credentials.
   */
  readonly access?: Access
  /**
   * Values for path parameters. A value is used only if `send` has no value for the parameter, and no earlier response
   * has supplied one.
   */
  readonly standIns?: JsonObject
  /**
   * The name of a path parameter whose value must not exist on the server. The request can change data, so the gate
   * sends it only if a read has shown that no object has this id.
   */
  readonly ifAbsent?: string
  /** The HTTP method of the request, if it differs from the method of the operation. */
  readonly method?: string
  readonly send: Send
  /**
   * True if the request does not come from a scenario. An object in it that looks like a placeholder, such as `{ $time:
   * … }`, is then sent unchanged.
   */
  readonly verbatim?: boolean
  /**
   * A request that is sent to the same resource before `send`. The gate reads the resource between the two requests,
   * and compares later reads with this read.
   */
  readonly first?: Send
  /** The role that sends `first`. Set only if it differs from `as`. */
  readonly firstAs?: Role
  /**
   * The decision that the refusal rules predict for the request. Set only if the case combines choices (state, role,
   * values).
   */
  readonly ruling?: {
    /** The id of the refusal rule that refuses the request. If no rule refuses it, `accepted`. */
    readonly decision: string
    readonly invalid: { readonly path: boolean; readonly body: boolean }
    /** True if several rules with different statuses refuse the request. */
    readonly isConflict?: true
  }
  /** True if the server must refuse `first`. Default: the server must accept it. */
  readonly isFirstRefused?: true
  /** True if the request is sent without the default `Content-Type` header. */
  readonly withoutContentType?: boolean
  /** True if the request is sent without the header `Accept`. */
  readonly withoutAccept?: boolean
  /** The documented response that a mock must return: its status, and the name of its example. */
  readonly ask?: { readonly status: string; readonly example?: string }
  readonly expect: Expectation
  readonly negative?: Defect
  /** The source of the expected response, such as a vendor page. Default: the source of the clause. */
  readonly source?: Source
  /** The ids of the clauses that count as tested when the case passes. */
  readonly proves: readonly string[]
  /** The id of the clause that is reported if the server refuses the request. */
  readonly about?: string
  /**
   * Set if the request is about one object that the gate created. `key` is the path of the object, such as
   * `/pets/{petId}`.
   */
  readonly journey?: { readonly key: string; readonly step: JourneyStep }
  /** The name of a group of cases that share one provider state. The server must refuse all of them. */
  readonly group?: string
}
