import type { AnivaBehaviour } from '../../sandbox/aniva/behaviour.ts'
import type { ApiName } from '../../sandbox/apis.ts'
import type { LobbieBehaviour } from '../../sandbox/lobbie/behaviour.ts'

interface Kept<Api extends ApiName, Behaviour> {
  /** Kebab-case, begins with the API. */
  readonly id: string
  readonly api: Api
  /** One sentence: what is otherwise, and that the document allows. */
  readonly otherwise: string
  /** Whether it shows more than the document names, which is drift and no finding of level error. */
  readonly isDrift?: true
  /** Whether it is seen only on the wire, and not by a `fetch` in this process. */
  readonly isOfTheWire?: true
  /** The pieces of the truthful behaviour that are exchanged. */
  readonly tell?: (truth: Behaviour) => Partial<Behaviour>
  /** What becomes of an answer of the API on its way out. */
  readonly send?: (response: Response, request: Request) => Response | Promise<Response>
}

export type LobbieVariant = Kept<'lobbie', LobbieBehaviour>
export type AnivaVariant = Kept<'aniva', AnivaBehaviour>

/** One way to keep the document that differs from the sandbox's own: who judges it must not object. */
export type Variant = LobbieVariant | AnivaVariant
