import type { JsonObject } from '../json.ts'
import type { Role, TargetKind } from '../operations/annotations.ts'
import type { Case } from '../cases/case.ts'
import type { Credential } from '../exchanges/credentials/credential.ts'
import type { Observation } from '../exchanges/observation.ts'
import type { RawAnswer, RawRequest, TransportFailure } from '../exchanges/exchange.ts'
import type { Shows } from '../exchanges/shows.ts'

/** A provider state that was set up for one case. */
export interface Established {
  readonly path: JsonObject
  readonly values: JsonObject
  readonly given: JsonObject
  readonly credentials: Readonly<Partial<Record<Role, Credential>>>
  /** True if the resource lacks some values that the scenario requires. Its `then` is not checked in this case. */
  readonly isApproximate?: boolean
  /** Reads the resource of the case, and another resource that must not change. */
  observe?(): Promise<Observation>
  release?(): Promise<void>
}

/** Sets up provider states, with a sandbox or a setup module. */
export interface StateProvider {
  /** The number of requests or calls for provider states so far. */
  readonly requests: number
  establish(ask: {
    readonly state: string
    readonly with: JsonObject
    readonly caseId: string
    /** The case that needs the state. The first one if several cases share it. */
    readonly aCase?: Case
  }): Promise<Established>
}

/** A server or `fetch` function that receives cases. */
export interface Target {
  readonly name: TargetKind
  readonly baseUrl: string
  readonly shows: Shows
  send(request: RawRequest): Promise<RawAnswer | TransportFailure>
  /** Adds what only this target understands to a request, such as the name of an example for a mock. */
  prepare?(request: RawRequest, aCase: Case): RawRequest
  /** Returns a reason if the target made up a response, or undefined if the response is evidence. */
  invented?(answer: RawAnswer): string | undefined
  /** Returns why the response to a case would be no evidence on this target, or undefined if it would. */
  hides?(aCase: Case): string | undefined
  /** Returns why the target stopped, or undefined while it runs. */
  failure?(): string | undefined
  /** Returns why no further case may be sent, or undefined if cases may be sent. */
  stopped?(): string | undefined
  /** Returns the cases in sending order. Default: plan order. */
  order?(cases: readonly Case[]): readonly Case[]
  /** True if a case must not share its provider state, not even with cases that expect a refusal. */
  isAlone?(aCase: Case): boolean
  /** True if a case is sent. Default: all are. With this function, coverage is not checked. */
  selects?(aCase: Case): boolean
  /** Returns why a role has no credentials. */
  withoutRole?(role: Role): string
  readonly states?: StateProvider
  /** The roles that the target supports. Default: all. */
  readonly roles?: readonly Role[]
  /** The credentials of roles that need no provider state. */
  readonly credentials?: Readonly<Partial<Record<Role, Credential>>>
}
