import type { JsonObject } from '../json.ts'
import type { Role, TargetKind } from '../operations/annotations.ts'
import type { Case } from '../cases/case.ts'
import type { Credential } from '../exchanges/credential.ts'
import type { Observation } from '../exchanges/observation.ts'
import type { RawAnswer, RawRequest, TransportFailure } from '../exchanges/exchange.ts'
import type { Shows } from '../exchanges/shows.ts'

/** A provider state as it was established for one case. */
export interface Established {
  readonly path: JsonObject
  readonly values: JsonObject
  readonly given: JsonObject
  readonly credentials: Readonly<Partial<Record<Role, Credential>>>
  /** Reads the appointment and its bystander, as the API would show them. */
  observe?(): Promise<Observation>
  release?(): Promise<void>
}

/** Establishes provider states: the sandbox's control, a fixtures file, a setup module. */
export interface StateProvider {
  /** How many control requests were made so far. */
  readonly requests: number
  establish(ask: { readonly state: string; readonly with: JsonObject; readonly caseId: string }): Promise<Established>
}

/** Where cases are sent. One value, one function; tests pass one that they wrote. */
export interface Target {
  readonly name: TargetKind
  readonly baseUrl: string
  readonly shows: Shows
  send(request: RawRequest): Promise<RawAnswer | TransportFailure>
  /** Changes of a request that only this target understands: how a mock is asked for an example. */
  prepare?(request: RawRequest, aCase: Case): RawRequest
  /** Says why an answer is the target's own invention and no evidence, or nothing. */
  invented?(answer: RawAnswer): string | undefined
  /** Says why this target cannot be judged on a case, or nothing: its quirks. */
  hides?(aCase: Case): string | undefined
  /** Why the target is gone, if it is. */
  failure?(): string | undefined
  readonly states?: StateProvider
  /** Who it can be asked as; without it, everybody. */
  readonly roles?: readonly Role[]
  /** Credentials that need no provider state. */
  readonly credentials?: Readonly<Partial<Record<Role, Credential>>>
}
