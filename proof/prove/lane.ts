import { parentPort, workerData } from 'node:worker_threads'
import type { ApiName } from '../../sandbox/apis.ts'
import type { PlanName } from '../../src/cases/plan-context.ts'
import { chooseApis } from '../../src/cli/apis.ts'
import { findAnyFault } from '../faults.ts'
import { VARIANTS } from '../variants.ts'
import type { FaultRow, VariantRow } from './proof.ts'
import { prove } from './prove.ts'
import { settleProof } from './settle-proof.ts'

/** The work of one worker thread: the ids of the faults and variants that it runs. */
export interface LaneInput {
  readonly apis: readonly ApiName[]
  readonly plan: PlanName
  readonly faults: readonly string[]
  readonly variants: readonly string[]
}

/** A result for one fault or one variant, which a worker thread sends to the main thread. */
export interface LaneRow {
  readonly fault?: FaultRow
  readonly variant?: VariantRow
}

// `proveInLanes` starts worker threads that run this file. In a worker thread, `parentPort` is not null.
if (parentPort !== null) {
  const port = parentPort
  const { apis, plan, faults, variants } = workerData as LaneInput
  const settings = settleProof(chooseApis([...apis]), plan, { elapsed: () => performance.now() })
  const chosen = VARIANTS.filter(({ id }) => variants.includes(id))
  await prove({ ...settings, faults: faults.map(findAnyFault), variants: chosen }, (row) => {
    port.postMessage('outcome' in row ? { fault: row } : { variant: row })
  })
}
