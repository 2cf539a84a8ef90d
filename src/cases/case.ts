import type { Given, Role, Send, Source } from '../operations/annotations.ts'
import type { Operation } from '../operations/operation.ts'
import type { Json } from '../json.ts'

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
   * A refusal because of the credentials: with the status that the scenarios of this role expect, or else with 401 or
   * 403.
   */
  | { readonly kind: 'locked-out'; readonly role: Role; readonly statuses: readonly string[] }
  /** Any documented status below 500. The request is valid, but the response depends on the data on the server. */
  | { readonly kind: 'documented' }
  /** A status that is not 2xx, because the document does not define this method. */
  | { readonly kind: 'unsupported-method' }

/**
 * The values that a scenario expects in the response. Keys of `body` are JSON Pointers; keys of `headers` are header
 * names.
 */
export interface Then {
  readonly body: Readonly<Record<string, Json>>
  readonly headers: Readonly<Record<string, Json>>
}

/** The defect of a negative case: the one keyword that is violated, and how. */
export interface Defect {
  /** Pointer of the clause which says that the server refuses a violation of the keyword. */
  readonly clause: string
  /** Name of the negative case: `naive`, `outside`, `null`, … */
  readonly name: string
  /**
   * The keyword, as `x-source` names it. In `x-source`, `format/naive` is the key for the negative case `naive` of
   * `format`.
   */
  readonly keyword: string
}

/**
 * A planned request, the reason for sending it, and the expected response. Plain data. `$` literals are resolved only
 * when the case is sent, because some of their values come from the provider state.
 */
export interface Case {
  /**
   * Identifies the case in every plan and is enough to send the case again:
   * `updateOrder/negative/body/status/enum/other`.
   */
  readonly path: string
  readonly operation: Operation
  /** Id of the maker that generated the case. */
  readonly maker: string
  /** The behaviour that is confirmed if the case passes, in the present tense: `accepts a valid request`. */
  readonly title: string
  readonly given?: Given
  readonly as: Role
  /** The HTTP method, if it is not the method of the operation. */
  readonly method?: string
  readonly send: Send
  /**
   * True if the request does not come from a scenario. In such a request, an object such as `{ $time: … }` is data, not
   * a literal.
   */
  readonly verbatim?: boolean
  /**
   * A request to the same resource that is sent before `send`. The state of the resource that is read between the two
   * requests counts as the state before the case.
   */
  readonly first?: Send
  /** The role that sends `first`. Set only if it differs from `as`. */
  readonly firstAs?: Role
  /** For a combination: what the refusal rules said when it was planned, and which parts are invalid. */
  readonly ruling?: {
    /** Id of the rule that refuses the request, or `accepted`. */
    readonly decision: string
    readonly invalid: { readonly path: boolean; readonly body: boolean }
  }
  /** True if `first` must be refused. Default: it must be accepted. */
  readonly isFirstRefused?: true
  /** True if the request is sent without the default `Content-Type` header. */
  readonly withoutContentType?: boolean
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
  /** Name of a group of cases that share one provider state. Every case in a group expects a refusal. */
  readonly group?: string
}
