import type { Given, Role, Send, Source } from '../operations/annotations.ts'
import type { Operation } from '../operations/operation.ts'
import type { Json } from '../json.ts'

/** What the subject of a case should be answered with. */
export type Expectation =
  /** One documented status; `accept` names others that keep the scenario. */
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
  /** A documented status, not 5xx: the request keeps its schema, but the target's world decides. */
  | { readonly kind: 'documented' }
  /** Not a 2xx: a method that the document does not have. */
  | { readonly kind: 'unsupported-method' }

export interface Then {
  readonly body: Readonly<Record<string, Json>>
  readonly headers: Readonly<Record<string, Json>>
}

/** One thing wrong: which keyword of the request is broken, and how. */
export interface NegativeCasesOf {
  /** Pointer of the `refuses` clause, along the operation's use path. */
  readonly clause: string
  /** Name of the negative case: `naive`, `outside`, `null`, … */
  readonly name: string
  /** Last token of the keyword's pointer, or its name: what `x-source` may key on, `format/naive`. */
  readonly keyword: string
}

/**
 * A request that we mean to send, why, and what is expected of it. Pure data: literals are resolved when it is sent,
 * because a provider state decides some of them.
 */
export interface Case {
  /** Stable, unique in a plan, and enough to send it again: `updateAppointment/negative/body/status/enum/outside`. */
  readonly path: string
  readonly operation: Operation
  /** The maker that drew it. */
  readonly maker: string
  /** A fact, present tense: what holds if the case holds. */
  readonly title: string
  readonly given?: Given
  readonly as: Role
  /** Method, where it is not the operation's own. */
  readonly method?: string
  readonly send: Send
  /** What it sends is no scenario's: a `$` in it is the document's own, and no literal. */
  readonly verbatim?: boolean
  /** Sent before the subject, to the same appointment; what is read then is the subject's `before`. */
  readonly first?: Send
  /** Who sends it, where it is not the same caller. */
  readonly firstAs?: Role
  /** Headers are sent only as given: no content type is added. */
  readonly withoutContentType?: boolean
  /** What the mock is asked to show: an answer by its status and the name of its example. */
  readonly ask?: { readonly status: string; readonly example?: string }
  readonly expect: Expectation
  readonly negative?: NegativeCasesOf
  /** Who says what it expects, where it is not who makes the promise that it is there for. */
  readonly source?: Source
  /** Ids of the clauses that it is there for. */
  readonly proves: readonly string[]
  /** The one of them that its path names: what is wrong where the case is not accepted. */
  readonly about?: string
  /** Cases that expect a refusal and share one appointment. */
  readonly group?: string
}
