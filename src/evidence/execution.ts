import type { Case, Then } from '../cases/case.ts'
import { isAnswer, type Exchange } from '../exchanges/exchange.ts'
import type { Observation } from '../exchanges/observation.ts'
import type { Shows } from '../exchanges/shows.ts'
import type { Json, JsonObject } from '../json.ts'
import type { Operation } from '../operations/operation.ts'
import type { TargetKind } from '../operations/annotations.ts'

/** The values that a case sent. Placeholders such as `{ $time: … }` are already replaced by their values. */
export interface Sent {
  readonly path: JsonObject
  readonly query: JsonObject
  readonly headers: JsonObject
  /** Absent if the case sent raw bytes instead of a JSON body. */
  readonly body?: Json
}

/** A value that a server demands in a request, although the document does not demand it. */
export interface Demand {
  /** Set if the values are those of optional parameters. Then `path` has their names. */
  readonly in?: 'query'
  /** The names from the top of the body to the property. */
  readonly path: readonly string[]
  readonly value: Json
  /** The value that the server refused. Absent if the property was missing. */
  readonly instead?: Json
  /** True if the document has the property. */
  readonly isDocumented: boolean
  /** True if the description of the property says when it is required. */
  readonly isSaid?: true
}

/** The record of a case that was executed: plain data with everything that judging the case needs. */
export interface Execution {
  readonly case: Case
  readonly target: { readonly name: TargetKind; readonly shows: Shows }
  /** Set if no request was sent, or if the response cannot be judged: the reason. */
  readonly without?: {
    readonly kind: 'blocked' | 'not-run' | 'not-applicable'
    readonly because: string
    /** True if something failed after the response arrived. The response can still show that a promise is broken. */
    readonly isAfter?: true
  }
  readonly sent?: Sent
  /** Pointer of the security alternative whose credentials were sent. Absent if the alternative is not known. */
  readonly alternative?: string
  readonly exchange?: Exchange
  /** The status of a GET to the URL in the response's `Location` header, if such a GET was sent. */
  readonly locationStatus?: number
  /** The status of a GET of the object after the request, if the case is a step of a journey that updates the object. */
  readonly readStatus?: number
  /**
   * The expectations of the scenario (`then`). Placeholders such as `{ $time: … }` are already replaced by their
   * values.
   */
  readonly then?: Then
  /** The values that the provider state returned. */
  readonly given?: JsonObject
  /** The state of the resources on the server, read before and after the request. Absent if they cannot be read. */
  readonly before?: Observation
  readonly later?: Observation
  /** The values that earlier accepted requests of the run sent to the same resource. */
  readonly sentBefore?: JsonObject
  /** The documented GET that read `before` and `later`. Absent if the provider state read them. */
  readonly readBy?: Operation
  /**
   * For a POST that created a resource: true if the documented list contains its id. Absent if the list was not read, or
   * was not shown to be complete.
   */
  readonly isListed?: boolean
  /** Demands of the server on the request body that the document does not contain. The body that was sent meets them. */
  readonly demands?: readonly Demand[]
}

/** The status of the response. Undefined if there was no response. */
export function statusOf({ exchange }: { readonly exchange?: Exchange | undefined }): number | undefined {
  return exchange !== undefined && isAnswer(exchange.answer) ? exchange.answer.status : undefined
}
