import type { AnivaBehaviour } from '../../sandbox/aniva/behaviour.ts'
import type { ApiName } from '../../sandbox/apis.ts'
import type { BehaviourChange } from '../../sandbox/behaviour.ts'
import type { LobbieBehaviour } from '../../sandbox/lobbie/behaviour.ts'

interface VariantOf<Api extends ApiName, Behaviour> {
  /** Id in kebab-case that begins with the name of the API. */
  readonly id: string
  readonly api: Api
  /** One sentence that describes the difference. The document allows the difference. */
  readonly title: string
  /**
   * True if the variant returns fields that the document does not describe. The gate reports drift for such a variant,
   * and no error.
   */
  readonly isDrift?: true
  /**
   * True if the variant contradicts clauses whose source is `assumed`. The gate is allowed to report these clauses. On
   * a live server, such a finding has only the level `assumption`.
   */
  readonly contradictsAssumption?: true
  /** True if the difference is visible only over HTTP and not with an in-process `fetch`. */
  readonly isOfTheWire?: true
  readonly change?: BehaviourChange<Behaviour>
  /** Changes a response of the API before it is sent. */
  readonly send?: (response: Response, request: Request) => Response | Promise<Response>
}

export type LobbieVariant = VariantOf<'lobbie', LobbieBehaviour>
export type AnivaVariant = VariantOf<'aniva', AnivaBehaviour>

/**
 * A sandbox that differs from the correct sandbox in a way that the document allows. The gate must report no error for
 * such a variant.
 */
export type HarmlessVariant = LobbieVariant | AnivaVariant
