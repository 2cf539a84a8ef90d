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
  /**
   * True if the resource lacks some of the values that the scenario requires. The values that the scenario expects
   * afterwards (`then`) are not checked in this case.
   */
  readonly isApproximate?: boolean
  /** Reads the resource of the case. Also reads a second resource, which the case must not change. */
  observe?(): Promise<Observation>
  release?(): Promise<void>
}

/** Sets up provider states, with a sandbox or a setup module. */
export interface StateProvider {
  /** The number of requests, or of calls of the setup module, that have set up provider states so far. */
  readonly requests: number
  establish(ask: {
    readonly state: string
    readonly with: JsonObject
    readonly caseId: string
    /** The case that needs the state. If several cases share the state, this is the first case. */
    readonly aCase?: Case
  }): Promise<Established>
}

/** A server, or a function in the form of `fetch`, to which cases are sent. */
export interface Target {
  readonly name: TargetKind
  readonly baseUrl: string
  readonly shows: Shows
  send(request: RawRequest): Promise<RawAnswer | TransportFailure>
  /** Adds to a request what only this target understands, such as the name of an example for a mock. */
  prepare?(request: RawRequest, aCase: Case): RawRequest
  /** Returns a reason if the target made up a response. Returns undefined if the response comes from the tested API. */
  invented?(answer: RawAnswer): string | undefined
  /** Returns why the response to a case proves nothing on this target. Returns undefined if it proves something. */
  hides?(aCase: Case): string | undefined
  /** Makes `send` work again after the user stopped the run. */
  goOn?(): void
  /** Returns why the target stopped. Returns undefined while it runs. */
  failure?(): string | undefined
  /** Returns why no further case may be sent. Returns undefined if cases may be sent. */
  stopped?(): string | undefined
  /** Sorts the cases for sending. Default: the order of the plan. */
  order?(cases: readonly Case[]): readonly Case[]
  /**
   * True if no other case is allowed to share the provider state of this case, not even a case that expects a refusal.
   */
  isAlone?(aCase: Case): boolean
  /**
   * True if the case is sent. If this function is absent, all cases are sent. If it is present, coverage is not
   * checked.
   */
  selects?(aCase: Case): boolean
  /** Returns why a role has no credentials. */
  withoutRole?(role: Role): string
  readonly states?: StateProvider
  /** The roles that the target supports. Default: all. */
  readonly roles?: readonly Role[]
  /** The credentials of the roles that need no provider state. */
  readonly credentials?: Readonly<Partial<Record<Role, Credential>>>
}
