import type { Case, Then } from '../cases/case.ts'
import { isAnswer, type Exchange } from '../exchanges/exchange.ts'
import type { Observation } from '../exchanges/observation.ts'
import type { Shows } from '../exchanges/shows.ts'
import type { Json, JsonObject } from '../json.ts'
import type { Operation } from '../operations/operation.ts'
import type { TargetKind } from '../operations/annotations.ts'

/** The values that a case sent, with its literals resolved. */
export interface Sent {
  readonly path: JsonObject
  readonly query: JsonObject
  readonly headers: JsonObject
  /** Absent if raw bytes were sent. */
  readonly body?: Json
}

/** A case as it was carried out: plain data, and all that judging needs. */
export interface Execution {
  readonly case: Case
  readonly target: { readonly name: TargetKind; readonly shows: Shows }
  /** The reason why nothing was sent, or why the response cannot be judged. */
  readonly without?: { readonly kind: 'blocked' | 'not-run' | 'not-applicable'; readonly because: string }
  readonly sent?: Sent
  readonly exchange?: Exchange
  /** The scenario's `then`, its literals resolved. */
  readonly then?: Then
  /** The values that the provider state gave. */
  readonly given?: JsonObject
  /** The server's state as read before the request and after it, if it can be read. */
  readonly before?: Observation
  readonly later?: Observation
  /** The documented GET that showed `before` and `later`, unless a provider state read them. */
  readonly readBy?: Operation
}

/** The status of the response; undefined if there was no response. */
export function statusOf({ exchange }: { readonly exchange?: Exchange | undefined }): number | undefined {
  return exchange !== undefined && isAnswer(exchange.answer) ? exchange.answer.status : undefined
}
