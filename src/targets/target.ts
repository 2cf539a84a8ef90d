import type { JsonObject } from '../json.ts'
import type { Role, TargetKind } from '../operations/annotations.ts'
import type { Case } from '../cases/case.ts'
import type { Credential } from '../exchanges/credential.ts'
import type { Observation } from '../exchanges/observation.ts'
import type { RawAnswer, RawRequest, TransportFailure } from '../exchanges/exchange.ts'
import type { Shows } from '../exchanges/shows.ts'

/** A provider state, set up for one case. */
export interface Established {
  readonly path: JsonObject
  readonly values: JsonObject
  readonly given: JsonObject
  readonly credentials: Readonly<Partial<Record<Role, Credential>>>
  /** Reads the resource of the case and its bystander, as the API would show them. */
  observe?(): Promise<Observation>
  release?(): Promise<void>
}

/** Sets up provider states: the sandbox's control protocol or a setup module. */
export interface StateProvider {
  /** Number of requests or calls so far. */
  readonly requests: number
  establish(ask: { readonly state: string; readonly with: JsonObject; readonly caseId: string }): Promise<Established>
}

/** Where cases are sent. */
export interface Target {
  readonly name: TargetKind
  readonly baseUrl: string
  readonly shows: Shows
  send(request: RawRequest): Promise<RawAnswer | TransportFailure>
  /** Adds to a request what only this target understands, such as the example that a mock should return. */
  prepare?(request: RawRequest, aCase: Case): RawRequest
  /** The reason why a response is made up by the target and is no evidence; undefined if it is evidence. */
  invented?(answer: RawAnswer): string | undefined
  /** The reason why this target cannot be judged on a case (its quirks); undefined if it can. */
  hides?(aCase: Case): string | undefined
  /** The reason why the target stopped, if it did. */
  failure?(): string | undefined
  readonly states?: StateProvider
  /** Roles that requests can be sent as. Default: all. */
  readonly roles?: readonly Role[]
  /** Credentials that need no provider state. */
  readonly credentials?: Readonly<Partial<Record<Role, Credential>>>
}
