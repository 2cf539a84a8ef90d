import { parentPort, workerData } from 'node:worker_threads'
import type { ApiName } from '../../sandbox/apis.ts'
import { chooseApis } from '../../src/cli/apis.ts'
import { findAnyFault } from '../faults.ts'
import { VARIANTS } from '../variants.ts'
import type { FaultRow, VariantRow } from './proof.ts'
import { prove } from './prove.ts'
import { settleProof } from './settle-proof.ts'

/** The ids of the faults and variants that one worker thread checks. */
export interface LaneInput {
  readonly apis: readonly ApiName[]
  readonly lean: boolean
  readonly faults: readonly string[]
  readonly variants: readonly string[]
}

/** A result that a worker thread sends to the main thread. */
export interface LaneRow {
  readonly fault?: FaultRow
  readonly variant?: VariantRow
}

// This file is also the entry point of the worker threads of `proveInLanes`.
if (parentPort !== null) {
  const port = parentPort
  const { apis, lean, faults, variants } = workerData as LaneInput
  const settings = settleProof(chooseApis([...apis]), lean, { elapsed: () => performance.now() })
  const chosen = VARIANTS.filter(({ id }) => variants.includes(id))
  await prove({ ...settings, faults: faults.map(findAnyFault), variants: chosen }, (row) => {
    port.postMessage('outcome' in row ? { fault: row } : { variant: row })
  })
}
