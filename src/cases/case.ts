import type { Given, Role, Send, Source } from '../operations/annotations.ts'
import type { Operation } from '../operations/operation.ts'
import type { Json } from '../json.ts'

/** The response that the subject of a case should get. */
export type Expectation =
  /** One documented status; `accept` lists others that also fulfil the scenario. */
  | {
      readonly kind: 'status'
      readonly status: string
      readonly accept: readonly string[]
      readonly then?: Then
    }
  /** A documented 2xx. */
  | { readonly kind: 'accepted' }
  /** A documented refusal: 400 or 422, 415 for a content type, 404 for a path parameter. */
  | { readonly kind: 'refused'; readonly part: 'body' | 'content-type' | 'path' | 'query' | 'header' }
  /** The status whose scenario has this role, else 401 or 403. */
  | { readonly kind: 'locked-out'; readonly role: Role; readonly statuses: readonly string[] }
  /** A documented status below 500: the request is valid, but the data on the server decides. */
  | { readonly kind: 'documented' }
  /** Any status but 2xx: the document does not have this method. */
  | { readonly kind: 'unsupported-method' }

export interface Then {
  readonly body: Readonly<Record<string, Json>>
  readonly headers: Readonly<Record<string, Json>>
}

/** The one defect of a negative case: the violated keyword, and how it is violated. */
export interface NegativeCasesOf {
  /** Pointer of the `refuses` clause, along the operation's use path. */
  readonly clause: string
  /** Name of the negative case: `naive`, `outside`, `null`, … */
  readonly name: string
  /** Last token of the keyword's pointer, or its name; `x-source` may use it as a key, as in `format/naive`. */
  readonly keyword: string
}

/**
 * A planned request, its reason and its expectation. Plain data: literals are resolved when it is sent, because some values
 * come from the provider state.
 */
export interface Case {
  /** Stable, unique in a plan, and enough to send it again: `updateAppointment/negative/body/status/enum/outside`. */
  readonly path: string
  readonly operation: Operation
  /** The maker that drew it. */
  readonly maker: string
  /** The behaviour that the case shows if it passes, in present tense. */
  readonly title: string
  readonly given?: Given
  readonly as: Role
  /** Method, where it is not the operation's own. */
  readonly method?: string
  readonly send: Send
  /** True if the request comes from no scenario, so that a `$` in it is data and not a literal. */
  readonly verbatim?: boolean
  /** Sent before the subject, to the same resource; the observation after it is the subject's `before`. */
  readonly first?: Send
  /** The role that sends `first`, if it is another one. */
  readonly firstAs?: Role
  /** Only the given headers are sent: no content type is added. */
  readonly withoutContentType?: boolean
  /** The response that the mock should show: its status and the name of its example. */
  readonly ask?: { readonly status: string; readonly example?: string }
  readonly expect: Expectation
  readonly negative?: NegativeCasesOf
  /** The source of the expectation, if it differs from the source of the clause. */
  readonly source?: Source
  /** Ids of the clauses that it exercises. */
  readonly proves: readonly string[]
  /** The clause that its path names, which is reported if the request is not accepted. */
  readonly about?: string
  /** Cases with the same group expect a refusal and share one provider state. */
  readonly group?: string
}
