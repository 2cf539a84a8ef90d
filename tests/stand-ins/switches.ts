import { anivaDefects, anivaReadings } from './aniva/switches.ts'
import type { Switch } from './common/switch.ts'
import { lobbieDefects, lobbieReadings } from './lobbie/switches.ts'

/** A setting of a test server that imitates a vendor. */
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

/** All settings of both test servers. */
export const switches: readonly ListedSwitch[] = [
  ...list('lobbie', 'reading', lobbieReadings),
  ...list('lobbie', 'defect', lobbieDefects),
  ...list('aniva', 'reading', anivaReadings),
  ...list('aniva', 'defect', anivaDefects),
]
