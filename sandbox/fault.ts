import type { AnivaBehaviour } from './aniva/behaviour.ts'
import type { LobbieBehaviour } from './lobbie/behaviour.ts'

/** The rules of the gate that a fault can be caught by. */
export type RuleId =
  | 'status_code_conformance'
  | 'content_type_conformance'
  | 'response_schema_conformance'
  | 'response_headers_conformance'
  | 'negative_data_rejection'
  | 'positive_data_acceptance'
  | 'ignored_auth'
  | 'unsupported_method'
  | 'not_a_server_error'
  | 'partial_update_frame'
  | 'refused_update_leaves_no_trace'
  | 'bystander_unchanged'
  | 'instant_preserved'
  | 'invariant'
  | 'scenario_expectation'
  | 'error_body_leak'
  | 'undocumented_field'
  | 'unstable_answer'

/** What a fault is about. */
export type FaultFamily =
  | 'response-schema'
  | 'status'
  | 'headers'
  | 'validation'
  | 'credentials'
  | 'update'
  | 'time'
  | 'conflict'
  | 'error-body'
  | 'intermittent'

interface Told<Api extends string, Behaviour> {
  /** Kebab-case, begins with the API. Never renamed. */
  readonly id: string
  readonly api: Api
  readonly family: FaultFamily
  /** One sentence: what is not true any more. */
  readonly lie: string
  /** The rules each of which catches it. */
  readonly caughtBy: readonly RuleId[]
  /**
   * Why it is told by more than one finding, where two promises are truly broken and two exchanges show them. Without
   * it one finding tells the fault.
   */
  readonly alsoShows?: string
  /** Lies only in every so manieth update. */
  readonly everyNth?: number
  /** The pieces of the truthful behaviour that are exchanged. */
  readonly tell: (truth: Behaviour) => Partial<Behaviour>
}

export type LobbieFault = Told<'lobbie', LobbieBehaviour>
export type AnivaFault = Told<'aniva', AnivaBehaviour>

/** One small lie that the sandbox can be told to tell: it breaks one promise of one document. */
export type Fault = LobbieFault | AnivaFault
