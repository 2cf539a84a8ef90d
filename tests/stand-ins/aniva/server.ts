import type { AnivaSettings } from './switches.ts'
import type { World } from './world.ts'

/** The state that the parts of a running server share. */
export interface Server {
  readonly settings: AnivaSettings
  readonly world: World
  readonly now: () => number
  readonly effects: string[]
}

/** The partner to whom the API key of a request belongs, and what the key may do. */
export interface Caller {
  readonly partner: string
  readonly mayWrite: boolean
}
