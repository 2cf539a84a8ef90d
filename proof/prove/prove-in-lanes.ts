import { Worker } from 'node:worker_threads'
import type { LaneInput, LaneRow } from './lane.ts'
import type { FaultRow, Proof, VariantRow } from './proof.ts'
import type { Proving } from './prove.ts'

/**
 * Does the same as `prove`, but in several worker threads. Each thread runs an equal share of the faults and variants.
 * Calls `onRow` with the rows in order. Works only for the shipped documents, all rules and the default seed, because
 * each worker thread loads these on its own.
 */
export async function proveInLanes(
  { contracts, faults, variants, seed, now, plan, elapsed }: Proving,
  lanes: number,
  onRow: (row: FaultRow | VariantRow) => void,
): Promise<Proof> {
  const begun = elapsed()
  const apis = contracts.map(({ api }) => api)
  const asExpected = faults.filter(({ api }) => apis.includes(api)).map(({ id }) => id)
  const inOrder: FaultRow[] = []
  const early = new Map<string, FaultRow>()
  const variantRows = new Map<string, VariantRow>()
  const receive = ({ fault, variant }: LaneRow): void => {
    if (fault !== undefined) early.set(fault.id, fault)
    if (variant !== undefined && !variantRows.has(variant.id)) variantRows.set(variant.id, variant)
    for (let next = early.get(asExpected[inOrder.length] ?? ''); next !== undefined;) {
      inOrder.push(next)
      onRow(next)
      next = early.get(asExpected[inOrder.length] ?? '')
    }
  }
  await Promise.all(
    Array.from({ length: lanes }, (_, lane) => {
      const share = <Item extends { readonly id: string }>(items: readonly Item[]): readonly string[] =>
        items.filter((_item, index) => index % lanes === lane).map(({ id }) => id)
      return runLane({ apis, plan, faults: share(faults), variants: share(variants) }, receive)
    }),
  )
  const first = contracts.map(({ api }) => `${api}-as-it-is`)
  const ids = variants.length === 0 ? [] : [...first, ...variants.map(({ id }) => id)]
  const rows = ids.flatMap((id) => variantRows.get(id) ?? [])
  rows.forEach(onRow)
  return { seed, now, faults: inOrder, variants: rows, milliseconds: Math.round(elapsed() - begun) }
}

function runLane(input: LaneInput, receive: (row: LaneRow) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./lane.js', import.meta.url), { workerData: input })
    worker.on('message', receive)
    worker.once('error', reject)
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`a worker of the proof exited with ${code}`)),
    )
  })
}
