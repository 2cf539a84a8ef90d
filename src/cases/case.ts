import type { Given, Role, Send, Source } from '../operations/annotations.ts'
import type { Access, Operation } from '../operations/operation.ts'
import type { Json, JsonObject } from '../json.ts'

/** The response that a case expects. */
export type Expectation =
  /** A documented status. A status in `accept` passes too. */
  | {
      readonly kind: 'status'
      readonly status: string
      readonly accept: readonly string[]
      readonly then?: Then
    }
  /** A documented 2xx status. */
  | { readonly kind: 'accepted' }
  /**
   * A documented refusal: status 400 or 422. For a wrong content type 415 counts too, and for a wrong path parameter
   * 404 counts too.
   */
  | { readonly kind: 'refused'; readonly part: 'body' | 'content-type' | 'path' | 'query' | 'header' }
  /**
   * The server refuses the credentials. The status is the one that the scenarios of this role expect. Without such
   * scenarios it is 401 or 403.
   */
  | { readonly kind: 'locked-out'; readonly role: Role; readonly statuses: readonly string[] }
  /** Any documented status below 500. The request is valid, but the response depends on the data on the server. */
  | { readonly kind: 'documented' }
  /** A status that is not 2xx, because the document does not define the method of the request. */
  | { readonly kind: 'unsupported-method' }

/**
 * The values that a scenario expects in the response. Keys of `body` are JSON Pointers; keys of `headers` are header
 * names.
 */
export interface Then {
  readonly body: Readonly<Record<string, Json>>
  readonly headers: Readonly<Record<string, Json>>
}

/**
 * A step of a journey, which is about one object that the gate created: a second creation, writes to an id that no
 * object has, a JSON Patch of the object, requests of a second user to it, its DELETE, and requests after the DELETE.
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

/** Steps whose responses depend on the data of the server. They do not show whether an operation works. */
export const DEPENDING: ReadonlySet<JourneyStep | undefined> = new Set([
  'create-again',
  'update-absent',
  'post-absent',
  'delete-absent',
])

/** The single defect of a negative case: which keyword the request violates, and how. */
export interface Defect {
  /** Pointer of the clause that is about this violation: "the server refuses a value that violates this keyword". */
  readonly clause: string
  /** Name of the negative case: `naive`, `outside`, `null`, … */
  readonly name: string
  /**
   * The keyword, written as in the keys of `x-source`. A key `format/naive` is about one negative case of the keyword:
   * the case `naive` of `format`.
   */
  readonly keyword: string
}

/**
 * A planned request, the reason for sending it, and the expected response. Plain data. Placeholders such as `{ $state:
 * … }` and `{ $time: … }` get their values only when the case is sent, because some values come from the provider
 * state.
 */
export interface Case {
  /**
   * Identifies the case in every plan: `updateOrder/negative/body/status/enum/other`. The gate can rebuild and send the
   * case from this text alone.
   */
  readonly path: string
  readonly operation: Operation
  /** Id of the maker that generated the case. */
  readonly maker: string
  /** The behaviour that the case shows if it passes, as a sentence without its subject: `accepts a valid request`. */
  readonly title: string
  readonly given?: Given
  readonly as: Role
  /** The security alternative that the case is about. Default: the first one for which there are credentials. */
  readonly access?: Access
  /** Values of path parameters. They are sent if neither `send` nor a response has a value. */
  readonly standIns?: JsonObject
  /** The path parameter of a write whose value no object may have. A read shows this before the write is sent. */
  readonly ifAbsent?: string
  /** The HTTP method, if it is not the method of the operation. */
  readonly method?: string
  readonly send: Send
  /**
   * True if the request does not come from a scenario. An object such as `{ $time: … }` in the request is then plain
   * data, not a placeholder.
   */
  readonly verbatim?: boolean
  /**
   * A request that is sent to the same resource before `send`. The resource is read between the two requests. The
   * result of this reading counts as the state before the case.
   */
  readonly first?: Send
  /** The role that sends `first`. Set only if it differs from `as`. */
  readonly firstAs?: Role
  /**
   * Only for a combination: the decision of the refusal rules at planning time, and the invalid parts of the request.
   */
  readonly ruling?: {
    /** Id of the refusal rule that applies to the request, or `accepted` if no rule applies. */
    readonly decision: string
    readonly invalid: { readonly path: boolean; readonly body: boolean }
    /** True if several rules refuse the request, with different statuses. */
    readonly isConflict?: true
  }
  /** True if `first` must be refused. Default: it must be accepted. */
  readonly isFirstRefused?: true
  /** True if the request is sent without the default `Content-Type` header. */
  readonly withoutContentType?: boolean
  /** True if the request is sent without the header `Accept`. */
  readonly withoutAccept?: boolean
  /** The documented response that the mock should return: its status and the name of its example. */
  readonly ask?: { readonly status: string; readonly example?: string }
  readonly expect: Expectation
  readonly negative?: Defect
  /** The source of the expectation. Set only if it differs from the source of the clause. */
  readonly source?: Source
  /** Ids of the clauses that are exercised if the case passes. */
  readonly proves: readonly string[]
  /** Id of the clause that is reported if the server does not accept the request. */
  readonly about?: string
  /** For a step of a journey: the path up to the id of the object, such as `/pets/{petId}`, and the step. */
  readonly journey?: { readonly key: string; readonly step: JourneyStep }
  /** Name of a group of cases that share one provider state. Every case in a group expects a refusal. */
  readonly group?: string
}
