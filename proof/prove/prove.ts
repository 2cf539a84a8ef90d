import type { Fault } from '../../sandbox/faults/fault.ts'
import type { HarmlessVariant } from '../variants/variant.ts'
import type { FaultRow, Proof, VariantRow } from './proof.ts'
import { proveFaults } from './prove-faults.ts'
import { proveVariants } from './prove-variants.ts'
import type { ProofSettings } from './proved-contract.ts'

/** The faults and variants to check, and the settings of the runs. */
export interface Proving extends ProofSettings {
  readonly faults: readonly Fault[]
  readonly variants: readonly HarmlessVariant[]
}

/**
 * Runs the gate against every fault and every variant, one after the other, and calls `onRow` with each result. The
 * same settings give the same proof, except for the milliseconds.
 */
export async function prove(proving: Proving, onRow: (row: FaultRow | VariantRow) => void = () => {}): Promise<Proof> {
  const begun = proving.elapsed()
  const faults: FaultRow[] = []
  const variants: VariantRow[] = []
  for await (const row of proveFaults(proving.faults, proving)) {
    faults.push(row)
    onRow(row)
  }
  if (proving.variants.length > 0) {
    for await (const row of proveVariants(proving.variants, proving)) {
      variants.push(row)
      onRow(row)
    }
  }
  const { seed, now } = proving
  return { seed, now, faults, variants, milliseconds: Math.round(proving.elapsed() - begun) }
}
