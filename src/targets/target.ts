import type { JsonObject } from '../json.ts'
import type { Role, TargetKind } from '../operations/annotations.ts'
import type { Case } from '../cases/case.ts'
import type { Credential } from '../exchanges/credential.ts'
import type { Observation } from '../exchanges/observation.ts'
import type { RawAnswer, RawRequest, TransportFailure } from '../exchanges/exchange.ts'
import type { Shows } from '../exchanges/shows.ts'

/** A provider state that was set up for one case. */
export interface Established {
  readonly path: JsonObject
  readonly values: JsonObject
  readonly given: JsonObject
  readonly credentials: Readonly<Partial<Record<Role, Credential>>>
  /** True if the resource only resembles the one that the scenario names, so that its `then` is not checked. */
  readonly isApproximate?: boolean
  /**
   * Reads the resource of the case, and its bystander (another resource, which must not change), as the API would show
   * them.
   */
  observe?(): Promise<Observation>
  release?(): Promise<void>
}

/** Sets up provider states: through the control protocol of a sandbox, or with a setup module. */
export interface StateProvider {
  /** Number of requests or calls so far. */
  readonly requests: number
  establish(ask: {
    readonly state: string
    readonly with: JsonObject
    readonly caseId: string
    /** The case for which the state is set up; if several share the state, the first of them. */
    readonly aCase?: Case
  }): Promise<Established>
}

/** A server, or a `fetch` function, to which cases are sent. */
export interface Target {
  readonly name: TargetKind
  readonly baseUrl: string
  readonly shows: Shows
  send(request: RawRequest): Promise<RawAnswer | TransportFailure>
  /**
   * Adds to a request something that only this target understands, such as the name of the example that a mock should
   * return.
   */
  prepare?(request: RawRequest, aCase: Case): RawRequest
  /** The reason why the target made up a response, which then proves nothing; undefined if the response is evidence. */
  invented?(answer: RawAnswer): string | undefined
  /**
   * The reason why this target's response to a case would prove nothing (a quirk); undefined if it proves something.
   */
  hides?(aCase: Case): string | undefined
  /** The reason why the target stopped, if it did. */
  failure?(): string | undefined
  /** The reason why no further case may be sent; undefined if cases may be sent. */
  stopped?(): string | undefined
  /** Puts cases into the order in which they may be sent. Default: the order of the plan. */
  order?(cases: readonly Case[]): readonly Case[]
  /** True if a case must not share its provider state with other cases that expect a refusal. */
  isAlone?(aCase: Case): boolean
  /** Selects the cases to send; without it all are sent. If some are left out, coverage is not checked. */
  selects?(aCase: Case): boolean
  /** The reason why there are no credentials for a role. */
  withoutRole?(role: Role): string
  readonly states?: StateProvider
  /** Roles that can send requests. Default: all. */
  readonly roles?: readonly Role[]
  /** Credentials by role, for roles that need no provider state. */
  readonly credentials?: Readonly<Partial<Record<Role, Credential>>>
}
