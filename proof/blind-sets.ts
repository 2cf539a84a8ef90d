import type { Fault } from '../sandbox/faults/fault.ts'
import { ANIVA_SET_A } from './faults/aniva/set-a.ts'
import { ANIVA_SET_B } from './faults/aniva/set-b.ts'
import { ANIVA_SET_C } from './faults/aniva/set-c.ts'
import { ANIVA_SET_D } from './faults/aniva/set-d.ts'
import { ANIVA_SET_E } from './faults/aniva/set-e.ts'
import { LOBBIE_SET_A } from './faults/lobbie/set-a.ts'
import { LOBBIE_SET_B } from './faults/lobbie/set-b.ts'
import { LOBBIE_SET_C } from './faults/lobbie/set-c.ts'
import { LOBBIE_SET_D } from './faults/lobbie/set-d.ts'
import { LOBBIE_SET_E } from './faults/lobbie/set-e.ts'
import type { HarmlessVariant } from './variants/variant.ts'
import { VARIANTS_OF_SET_A } from './variants/set-a.ts'
import { VARIANTS_OF_SET_B } from './variants/set-b.ts'
import { VARIANTS_OF_SET_C } from './variants/set-c.ts'
import { VARIANTS_OF_SET_D } from './variants/set-d.ts'
import { VARIANTS_OF_SET_E } from './variants/set-e.ts'

/**
 * Faults and harmless variants by one author. The author had read the vendors' pages and the two OpenAPI documents, but
 * had not seen the gate.
 */
export interface BlindSet {
  readonly faults: readonly Fault[]
  readonly variants: readonly HarmlessVariant[]
  /**
   * The ids of the faults in this set that the default plan does not detect. `prove` checks all other faults of the
   * set, and all its variants. Absent if the gate was not improved after its first run against the set. `prove` then
   * checks no part of the set.
   */
  readonly undetected?: readonly string[]
}

/** The blind sets by name. `prove --set` runs the gate against one of them. */
export const BLIND_SETS: Readonly<Record<string, BlindSet>> = {
  a: {
    faults: [...LOBBIE_SET_A, ...ANIVA_SET_A],
    variants: VARIANTS_OF_SET_A,
    undetected: [],
  },
  b: { faults: [...LOBBIE_SET_B, ...ANIVA_SET_B], variants: VARIANTS_OF_SET_B, undetected: [] },
  c: { faults: [...LOBBIE_SET_C, ...ANIVA_SET_C], variants: VARIANTS_OF_SET_C, undetected: [] },
  d: {
    faults: [...LOBBIE_SET_D, ...ANIVA_SET_D],
    variants: VARIANTS_OF_SET_D,
    undetected: [],
  },
  e: {
    faults: [...LOBBIE_SET_E, ...ANIVA_SET_E],
    variants: VARIANTS_OF_SET_E,
    undetected: [],
  },
}

/** Returns the faults and variants of a blind set that `prove` checks, and those that it does not check. */
export function splitSet({ faults, variants, undetected }: BlindSet): {
  readonly proved: BlindSet
  readonly rest: BlindSet
} {
  if (undetected === undefined) return { proved: { faults: [], variants: [] }, rest: { faults, variants } }
  const isProved = ({ id }: Fault): boolean => !undetected.includes(id)
  return {
    proved: { faults: faults.filter(isProved), variants },
    rest: { faults: faults.filter((fault) => !isProved(fault)), variants: [] },
  }
}
