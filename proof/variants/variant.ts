import type { AnivaBehaviour } from '../../sandbox/aniva/behaviour.ts'
import type { ApiName } from '../../sandbox/apis.ts'
import type { BehaviourChange } from '../../sandbox/behaviour.ts'
import type { LobbieBehaviour } from '../../sandbox/lobbie/behaviour.ts'

interface VariantOf<Api extends ApiName, Behaviour> {
  /** Kebab-case, begins with the API. */
  readonly id: string
  readonly api: Api
  /** One sentence: the difference, which the document allows. */
  readonly title: string
  /** True if it shows more than the document names, which is drift and not an error. */
  readonly isDrift?: true
  /** True if it shows only over HTTP, and not to a `fetch` in this process. */
  readonly isOfTheWire?: true
  readonly change?: BehaviourChange<Behaviour>
  /** Changes a response of the API on its way out. */
  readonly send?: (response: Response, request: Request) => Response | Promise<Response>
}

export type LobbieVariant = VariantOf<'lobbie', LobbieBehaviour>
export type AnivaVariant = VariantOf<'aniva', AnivaBehaviour>

/** A harmless difference from the sandbox that the document allows: the gate must not report it. */
export type HarmlessVariant = LobbieVariant | AnivaVariant
