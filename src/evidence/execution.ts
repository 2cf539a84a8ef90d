import type { Case, Then } from '../cases/case.ts'
import { isAnswer, type Exchange } from '../exchanges/exchange.ts'
import type { Observation } from '../exchanges/observation.ts'
import type { Shows } from '../exchanges/shows.ts'
import type { Json, JsonObject } from '../json.ts'
import type { Operation } from '../operations/operation.ts'
import type { TargetKind } from '../operations/annotations.ts'

/** The values that a case sent. Placeholders such as `{ $time: … }` have been replaced. */
export interface Sent {
  readonly path: JsonObject
  readonly query: JsonObject
  readonly headers: JsonObject
  /** The body before serialization. Absent if the case sent raw bytes. */
  readonly body?: Json
}

/** A value that the server requires in requests, although the document does not require it. */
export interface Demand {
  /** Set if the value is for optional query parameters. `path` then contains the names of these parameters. */
  readonly in?: 'query'
  /** The path from the body to the property. */
  readonly path: readonly string[]
  readonly value: Json
  /** The value that the server refused. Absent if the property was missing. */
  readonly instead?: Json
  /** True if the document declares the property. */
  readonly isDocumented: boolean
  /** True if the description of the property says when the property is required. */
  readonly isSaid?: true
}

/** An executed case. It is plain data and contains everything that is needed for the judgement. */
export interface Execution {
  readonly case: Case
  readonly target: { readonly name: TargetKind; readonly shows: Shows }
  /**
   * The reason why no request was sent, or why the response cannot be judged. Absent if there is a response to judge.
   */
  readonly without?: {
    readonly kind: 'blocked' | 'not-run' | 'not-applicable'
    readonly because: string
    /** True if the failure came after the response. The response can then still show a violation of the document. */
    readonly isAfter?: true
  }
  readonly sent?: Sent
  /** The JSON Pointer of the security alternative whose credentials were sent. Absent if it is unknown. */
  readonly alternative?: string
  readonly exchange?: Exchange
  /** The status of the GET that was sent to the `Location` of the response. Absent if no GET was sent. */
  readonly locationStatus?: number
  /** The status of a GET that was sent after a write to an unknown or deleted object. */
  readonly readStatus?: number
  /** The values that the scenario expects. Placeholders such as `{ $time: … }` have been replaced. */
  readonly then?: Then
  /** The values that the provider state returned. */
  readonly given?: JsonObject
  /** The resources before and after the request. Absent if they cannot be read. */
  readonly before?: Observation
  readonly later?: Observation
  /** The values that earlier accepted requests sent to the same resource. */
  readonly sentBefore?: JsonObject
  /** The documented GET with which `before` and `later` were read. Absent if the state provider read them. */
  readonly readBy?: Operation
  /**
   * True if the documented list operation returned the id of the resource that a POST created. Absent if the list was
   * not read completely.
   */
  readonly isListed?: boolean
  /** Undocumented requirements of the server that the sent body satisfies. */
  readonly demands?: readonly Demand[]
}

/** Returns the status of the response. Returns undefined if there is no response. */
export function statusOf({ exchange }: { readonly exchange?: Exchange | undefined }): number | undefined {
  return exchange !== undefined && isAnswer(exchange.answer) ? exchange.answer.status : undefined
}
