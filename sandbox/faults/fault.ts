import type { AnivaBehaviour } from '../aniva/behaviour.ts'
import type { BehaviourChange } from '../behaviour.ts'
import type { LobbieBehaviour } from '../lobbie/behaviour.ts'

/** A rule of the gate that can report a fault. */
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

/** The groups of faults, in the order in which the table of detected faults lists them. */
export const FAULT_FAMILIES = [
  'response-schema',
  'error-body',
  'status',
  'headers',
  'intermittent',
  'validation',
  'credentials',
  'update',
  'time',
  'conflict',
] as const

export type FaultFamily = (typeof FAULT_FAMILIES)[number]

interface FaultOf<Api extends string, Behaviour> {
  /** The id of the fault, in kebab-case. It begins with the name of the API, and is never renamed. */
  readonly id: string
  readonly api: Api
  readonly family: FaultFamily
  /** One sentence that describes what the server does wrong. */
  readonly title: string
  /** The rules that can report the fault. At least one of them must report it. */
  readonly rules: readonly RuleId[]
  /**
   * The reason why more than one finding is allowed to report the fault. If absent, exactly one finding must report it.
   */
  readonly whySeveralFindings?: string
  /** If set, the fault is active only in every nth update. */
  readonly everyNth?: number
  readonly change: BehaviourChange<Behaviour>
}

export type LobbieFault = FaultOf<'lobbie', LobbieBehaviour>
export type AnivaFault = FaultOf<'aniva', AnivaBehaviour>

/** One seeded fault of the sandbox. The fault violates one promise of one document. */
export type Fault = LobbieFault | AnivaFault
