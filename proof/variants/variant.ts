import type { AnivaBehaviour } from '../../sandbox/aniva/behaviour.ts'
import type { ApiName } from '../../sandbox/apis.ts'
import type { BehaviourChange } from '../../sandbox/behaviour.ts'
import type { LobbieBehaviour } from '../../sandbox/lobbie/behaviour.ts'

interface VariantOf<Api extends ApiName, Behaviour> {
  /** Id in kebab-case that begins with the name of the API. */
  readonly id: string
  readonly api: Api
  /** One sentence that states the difference, which the document allows. */
  readonly title: string
  /** True if the variant returns more than the document describes, which is drift and not an error. */
  readonly isDrift?: true
  /** True if the variant differs only over HTTP, and not for an in-process `fetch`. */
  readonly isOfTheWire?: true
  readonly change?: BehaviourChange<Behaviour>
  /** Changes a response of the API before it is sent. */
  readonly send?: (response: Response, request: Request) => Response | Promise<Response>
}

export type LobbieVariant = VariantOf<'lobbie', LobbieBehaviour>
export type AnivaVariant = VariantOf<'aniva', AnivaBehaviour>

/** A harmless difference from the usual sandbox. The document allows it, so the gate must not report it. */
export type HarmlessVariant = LobbieVariant | AnivaVariant
