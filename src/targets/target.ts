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
   * True if the resource does not have all values that the scenario requires. In this case the `then` of the scenario
   * is not checked.
   */
  readonly isApproximate?: boolean
  /**
   * Reads the resource of the case and its bystander (another resource, which must not change), in the form in which
   * the API shows them.
   */
  observe?(): Promise<Observation>
  release?(): Promise<void>
}

/** Sets up provider states, for example with control requests to a sandbox or with a setup module. */
export interface StateProvider {
  /** The number of requests, or of calls of a setup module, so far. */
  readonly requests: number
  establish(ask: {
    readonly state: string
    readonly with: JsonObject
    readonly caseId: string
    /** The case for which the state is set up. If several cases share the state, it is the first of these cases. */
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
   * Adds to a request the parts that only this target understands, such as the name of the example that a mock should
   * return.
   */
  prepare?(request: RawRequest, aCase: Case): RawRequest
  /**
   * Returns the reason if the target invented a response, so that the response proves nothing. Returns undefined if the
   * response is evidence.
   */
  invented?(answer: RawAnswer): string | undefined
  /**
   * Returns the reason why the response to a case would prove nothing on this target, such as a quirk of the target.
   * Returns undefined if the response would be evidence.
   */
  hides?(aCase: Case): string | undefined
  /** Returns the reason why the target stopped. Returns undefined while the target is running. */
  failure?(): string | undefined
  /** Returns the reason why no further case may be sent. Returns undefined if cases may be sent. */
  stopped?(): string | undefined
  /** Returns the cases in the order in which they may be sent. Default: the order of the plan. */
  order?(cases: readonly Case[]): readonly Case[]
  /** True if a case must not share its provider state with other cases, even with cases that expect a refusal. */
  isAlone?(aCase: Case): boolean
  /**
   * True if a case is selected to be sent. Default: all cases are sent. If this function exists, coverage is not
   * checked.
   */
  selects?(aCase: Case): boolean
  /** Returns the reason why there are no credentials for a role. */
  withoutRole?(role: Role): string
  readonly states?: StateProvider
  /** The roles that can send requests. Default: all roles. */
  readonly roles?: readonly Role[]
  /** The credentials by role, for roles that need no provider state. */
  readonly credentials?: Readonly<Partial<Record<Role, Credential>>>
}
