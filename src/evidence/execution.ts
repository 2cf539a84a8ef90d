import type { Case, Then } from '../cases/case.ts'
import { isAnswer, type Exchange } from '../exchanges/exchange.ts'
import type { Observation } from '../exchanges/observation.ts'
import type { Shows } from '../exchanges/shows.ts'
import type { Json, JsonObject } from '../json.ts'
import type { Operation } from '../operations/operation.ts'
import type { TargetKind } from '../operations/annotations.ts'

/** The values that a case sent, without placeholders such as `{ $time: … }`. */
export interface Sent {
  readonly path: JsonObject
  readonly query: JsonObject
  readonly headers: JsonObject
  /** Absent if the case sent raw bytes. */
  readonly body?: Json
}

/** A value that the server requires in requests, although the document does not. */
export interface Demand {
  /** Set for optional query parameters. `path` then lists their names. */
  readonly in?: 'query'
  /** The path from the body to the property. */
  readonly path: readonly string[]
  readonly value: Json
  /** The value that the server refused. Absent if the property was missing. */
  readonly instead?: Json
  /** True if the document declares the property. */
  readonly isDocumented: boolean
  /** True if the property's description says when it is required. */
  readonly isSaid?: true
}

/** The record of an executed case: plain data with everything that judging needs. */
export interface Execution {
  readonly case: Case
  readonly target: { readonly name: TargetKind; readonly shows: Shows }
  /** The reason why no request was sent, or why the response cannot be judged. Absent otherwise. */
  readonly without?: {
    readonly kind: 'blocked' | 'not-run' | 'not-applicable'
    readonly because: string
    /** True if something failed after the response. The response can still break a promise. */
    readonly isAfter?: true
  }
  readonly sent?: Sent
  /** Pointer of the security alternative whose credentials were sent. Absent if unknown. */
  readonly alternative?: string
  readonly exchange?: Exchange
  /** The status of a GET to the response's `Location`. Absent if no GET was sent. */
  readonly locationStatus?: number
  /** The status of a GET after a write to an unknown or deleted object. */
  readonly readStatus?: number
  /** The values that the scenario expects, without placeholders such as `{ $time: … }`. */
  readonly then?: Then
  /** The values that the provider state returned. */
  readonly given?: JsonObject
  /** The resources before and after the request. Absent if they cannot be read. */
  readonly before?: Observation
  readonly later?: Observation
  /** The values that earlier accepted requests sent to the same resource. */
  readonly sentBefore?: JsonObject
  /** The documented GET that read `before` and `later`. Absent if the provider state read them. */
  readonly readBy?: Operation
  /**
   * For a POST that created a resource: true if the documented list contains its id. Absent if the list was not read
   * completely.
   */
  readonly isListed?: boolean
  /** Undocumented requirements of the server that the sent body fulfils. */
  readonly demands?: readonly Demand[]
}

/** Returns the status of the response. Returns undefined without a response. */
export function statusOf({ exchange }: { readonly exchange?: Exchange | undefined }): number | undefined {
  return exchange !== undefined && isAnswer(exchange.answer) ? exchange.answer.status : undefined
}
