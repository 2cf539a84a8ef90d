import type { CryptoKey } from 'jose'
import type { LobbieSettings } from './switches.ts'
import type { World } from './world.ts'

/** The state that the parts of a running server share. */
export interface Server {
  readonly settings: LobbieSettings
  readonly world: World
  readonly now: () => number
  readonly keys: { readonly publicKey: CryptoKey; readonly privateKey: CryptoKey }
  readonly tokenSeconds: number
  readonly effects: string[]
}
