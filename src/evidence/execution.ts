import type { Case, Then } from '../cases/case.ts'
import type { Exchange } from '../exchanges/exchange.ts'
import type { Observation, Shows } from '../exchanges/target.ts'
import type { Json, JsonObject } from '../json.ts'
import type { TargetKind } from '../operations/annotations.ts'

/** What a case sent, its literals resolved. */
export interface Sent {
  readonly path: JsonObject
  readonly query: JsonObject
  readonly headers: JsonObject
  /** Absent when raw bytes were sent that are no JSON value. */
  readonly body?: Json
}

/** A case as it was really carried out: all that judging needs, and plain data. */
export interface Execution {
  readonly case: Case
  readonly target: { readonly name: TargetKind; readonly shows: Shows }
  /** Why nothing was sent, or why what came cannot be judged. */
  readonly without?: { readonly kind: 'blocked' | 'not-run' | 'not-applicable'; readonly because: string }
  readonly sent?: Sent
  readonly exchange?: Exchange
  /** The scenario's `then`, its literals resolved. */
  readonly then?: Then
  /** What the provider state gave. */
  readonly given?: JsonObject
  /** What could be read before the subject was sent, and later. */
  readonly before?: Observation
  readonly later?: Observation
}
