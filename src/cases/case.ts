import type { Given, Role, Send, Source } from '../operations/annotations.ts'
import type { Access, Operation } from '../operations/operation.ts'
import type { Json, JsonObject } from '../json.ts'

/** The response that a case expects. */
export type Expectation =
  /** A documented status. The statuses in `accept` pass too. */
  | {
      readonly kind: 'status'
      readonly status: string
      readonly accept: readonly string[]
      readonly then?: Then
    }
  /** A documented 2xx status. */
  | { readonly kind: 'accepted' }
  /**
   * A documented refusal: status 400 or 422. For a wrong content type 415 passes too. For a wrong path parameter 404
   * passes too.
   */
  | { readonly kind: 'refused'; readonly part: 'body' | 'content-type' | 'path' | 'query' | 'header' }
  /**
   * The server refuses the credentials of a role. `statuses` come from the scenarios of this role. Without such
   * scenarios they are 401 and 403.
   */
  | { readonly kind: 'locked-out'; readonly role: Role; readonly statuses: readonly string[] }
  /** Any documented status below 500. The request is valid, but the response depends on the data on the server. */
  | { readonly kind: 'documented' }
  /** The document does not define the HTTP method of the request. Every status except 2xx passes. */
  | { readonly kind: 'unsupported-method' }

/**
 * The values that a scenario expects in the response. The keys of `body` are JSON Pointers, and the keys of `headers`
 * are header names.
 */
export interface Then {
  readonly body: Readonly<Record<string, Json>>
  readonly headers: Readonly<Record<string, Json>>
}

/**
 * A request about one object that the gate created, such as the pet 7. Examples: `create-again` creates a second
 * object, `update-absent` updates an id that does not exist, `read-as-other` reads the object as a second user.
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
 * Steps whose responses depend on the server's data. A refusal of such a step does not show that the operation fails.
 */
export const DEPENDING: ReadonlySet<JourneyStep | undefined> = new Set([
  'create-again',
  'update-absent',
  'post-absent',
  'delete-absent',
])

/** The one defect of a negative case: the keyword that the request violates, and the violation. */
export interface Defect {
  /** JSON Pointer of the clause that the request violates. */
  readonly clause: string
  /** The name of the violation, such as `naive` for a date-time without an offset, or `null`. */
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
  /** The id of the maker that generated the case. */
  readonly maker: string
  /** The behaviour of the server if the case passes, without a subject: `accepts a valid request`. */
  readonly title: string
  readonly given?: Given
  readonly as: Role
  /**
   * The security alternative (item of `security`) that the case tests. Default: the first one for which the user gave
   * credentials.
   */
  readonly access?: Access
  /** Fallback values for path parameters. They are used if neither `send` nor an earlier response has a value. */
  readonly standIns?: JsonObject
  /**
   * The name of a path parameter with an id that must not exist. The gate sends the write only after a read has shown
   * that no object has this id.
   */
  readonly ifAbsent?: string
  /** The HTTP method, if it is not the method of the operation. */
  readonly method?: string
  readonly send: Send
  /** True if the request does not come from a scenario. An object such as `{ $time: … }` in it is sent unchanged. */
  readonly verbatim?: boolean
  /**
   * A request to the same resource before `send`. The gate reads the resource between the two requests and compares
   * later reads with this one.
   */
  readonly first?: Send
  /** The role that sends `first`. Set only if it differs from `as`. */
  readonly firstAs?: Role
  /**
   * Set if the case combines choices (state, role, values). Contains what the refusal rules predict about the request.
   */
  readonly ruling?: {
    /** The id of the refusal rule that refuses the request, or `accepted`. */
    readonly decision: string
    readonly invalid: { readonly path: boolean; readonly body: boolean }
    /** True if several rules refuse the request, with different statuses. */
    readonly isConflict?: true
  }
  /** True if the server must refuse `first`. Default: the server must accept it. */
  readonly isFirstRefused?: true
  /** True if the request is sent without the default `Content-Type` header. */
  readonly withoutContentType?: boolean
  /** True if the request is sent without the header `Accept`. */
  readonly withoutAccept?: boolean
  /** The documented response that the mock must return: the status, and the name of an example. */
  readonly ask?: { readonly status: string; readonly example?: string }
  readonly expect: Expectation
  readonly negative?: Defect
  /** The source of the expected response. Default: the source of the clause. */
  readonly source?: Source
  /** The ids of the clauses that count as tested if the case passes. */
  readonly proves: readonly string[]
  /** The id of the clause that is reported if the server refuses the request. */
  readonly about?: string
  /**
   * Set for a request about one object that the gate created. `key` is the path of the object, such as `/pets/{petId}`.
   */
  readonly journey?: { readonly key: string; readonly step: JourneyStep }
  /** The name of a group of cases that share one provider state. The server must refuse each case of a group. */
  readonly group?: string
}
