import { anivaDefects, anivaReadings } from './aniva/switches.ts'
import type { Switch } from './common/switch.ts'
import { lobbieDefects, lobbieReadings } from './lobbie/switches.ts'

/** A switch of a stand-in. */
export interface ListedSwitch extends Switch {
  readonly id: string
  readonly standIn: 'lobbie' | 'aniva'
  /**
   * A reading answers a question that the vendor's documentation leaves open. A defect violates a promise of the
   * vendor.
   */
  readonly kind: 'reading' | 'defect'
}

const list = (
  standIn: ListedSwitch['standIn'],
  kind: ListedSwitch['kind'],
  switches: Readonly<Record<string, Switch>>,
): ListedSwitch[] => Object.entries(switches).map(([id, found]) => ({ ...found, id, standIn, kind }))

/** All switches of all stand-ins. */
export const switches: readonly ListedSwitch[] = [
  ...list('lobbie', 'reading', lobbieReadings),
  ...list('lobbie', 'defect', lobbieDefects),
  ...list('aniva', 'reading', anivaReadings),
  ...list('aniva', 'defect', anivaDefects),
]
