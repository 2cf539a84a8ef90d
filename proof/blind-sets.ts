import type { Fault } from '../sandbox/faults/fault.ts'
import { ANIVA_SET_A } from './faults/aniva/set-a.ts'
import { LOBBIE_SET_A } from './faults/lobbie/set-a.ts'
import type { HarmlessVariant } from './variants/variant.ts'
import { VARIANTS_OF_SET_A } from './variants/set-a.ts'

/** Faults and harmless variants by one author, who had seen only the seeds and the two documents. */
export interface BlindSet {
  readonly faults: readonly Fault[]
  readonly variants: readonly HarmlessVariant[]
  /** True if detection was fixed after the first run. The set is then part of the default proof. */
  readonly isFixed: boolean
}

/** The blind sets by name. `prove --set` runs the gate against one of them. */
export const BLIND_SETS: Readonly<Record<string, BlindSet>> = {
  a: { faults: [...LOBBIE_SET_A, ...ANIVA_SET_A], variants: VARIANTS_OF_SET_A, isFixed: false },
}
