import type { AnivaBehaviour } from '../aniva/behaviour.ts'
import type { BehaviourChange } from '../behaviour.ts'
import type { LobbieBehaviour } from '../lobbie/behaviour.ts'

/** A rule of the gate that detects a fault. */
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

/** The subjects of faults, in the order of the kill table. */
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
  /** Kebab-case, begins with the API. Never renamed. */
  readonly id: string
  readonly api: Api
  readonly family: FaultFamily
  /** One sentence: what the server does wrong. */
  readonly title: string
  /** The rules that may detect it. */
  readonly rules: readonly RuleId[]
  /**
   * Why it is reported by more than one finding: it breaks two promises, shown by two exchanges. Without this exactly one
   * finding must report the fault.
   */
  readonly whySeveralFindings?: string
  /** If set, active only on every nth update. */
  readonly everyNth?: number
  readonly change: BehaviourChange<Behaviour>
}

export type LobbieFault = FaultOf<'lobbie', LobbieBehaviour>
export type AnivaFault = FaultOf<'aniva', AnivaBehaviour>

/** One seeded defect of the sandbox: it breaks one promise of one document. */
export type Fault = LobbieFault | AnivaFault
