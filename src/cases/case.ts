import type { Given, Role, Send, Source } from '../operations/annotations.ts'
import type { Operation } from '../operations/operation.ts'
import type { Json } from '../json.ts'

/** The response that a case expects. */
export type Expectation =
  /** A documented status. The case also passes with a status in `accept`. */
  | {
      readonly kind: 'status'
      readonly status: string
      readonly accept: readonly string[]
      readonly then?: Then
    }
  /** A documented 2xx status. */
  | { readonly kind: 'accepted' }
  /** A documented refusal: 400 or 422; also 415 for a content type, and 404 for a path parameter. */
  | { readonly kind: 'refused'; readonly part: 'body' | 'content-type' | 'path' | 'query' | 'header' }
  /** A refusal because of the sender: the status of the scenario with this role, else 401 or 403. */
  | { readonly kind: 'locked-out'; readonly role: Role; readonly statuses: readonly string[] }
  /** A documented status below 500. The request is valid, but the result depends on the data on the server. */
  | { readonly kind: 'documented' }
  /** Any status except 2xx, because the document does not define this method. */
  | { readonly kind: 'unsupported-method' }

/** The values that a scenario expects in the response: JSON Pointers into the body, and header names. */
export interface Then {
  readonly body: Readonly<Record<string, Json>>
  readonly headers: Readonly<Record<string, Json>>
}

/** The single defect of a negative case: the keyword that is violated, and how. */
export interface Defect {
  /** Pointer of the keyword's clause of the kind `refuses`. */
  readonly clause: string
  /** Name of the negative case: `naive`, `outside`, `null`, … */
  readonly name: string
  /**
   * The keyword as a key of `x-source` names it: `format/naive` is the key of the negative case `naive` of `format`.
   */
  readonly keyword: string
}

/**
 * A planned request, why it is sent, and what it expects. Plain data. `$` literals are resolved only when the case is
 * sent, because some values come from the provider state.
 */
export interface Case {
  /**
   * Identifies the case in every plan, and is enough to send it again: `updateOrder/negative/body/status/enum/other`.
   */
  readonly path: string
  readonly operation: Operation
  /** Id of the maker that generated the case. */
  readonly maker: string
  /** The behaviour that is confirmed if the case passes, in present tense. */
  readonly title: string
  readonly given?: Given
  readonly as: Role
  /** The method, if it is not the operation's own. */
  readonly method?: string
  readonly send: Send
  /** True if the request comes from no scenario. A `$` in it is then data, not a literal. */
  readonly verbatim?: boolean
  /** Sent to the same resource before `send`. The state that is then read counts as the state before the case. */
  readonly first?: Send
  /** The role that sends `first`, if it differs from `as`. */
  readonly firstAs?: Role
  /** True if no `Content-Type` header is added to the given headers. */
  readonly withoutContentType?: boolean
  /** The response to request from the mock: its status and the name of its example. */
  readonly ask?: { readonly status: string; readonly example?: string }
  readonly expect: Expectation
  readonly negative?: Defect
  /** The source of the expectation, if it differs from the source of the clause. */
  readonly source?: Source
  /** Ids of the clauses that the case exercises if it passes. */
  readonly proves: readonly string[]
  /** Id of the clause that is reported if the request is not accepted. */
  readonly about?: string
  /** Cases with the same group all expect a refusal and share one provider state. */
  readonly group?: string
}
