import { becauseUnreached, ofOperation } from '../reach.ts'
import type { FindingReport, OfOperation, Reach, RunReport } from '../report.ts'

/**
 * Decides which operations are reachable, using the responses that all shards received. An operation is unreachable if
 * every response to its valid requests is a status such as 401 or 404. The clauses of an unreachable operation count as
 * not judged in every shard.
 */
export function settleReach(shards: readonly RunReport[]): readonly RunReport[] {
  const byOperation = new Map<string, Reach[]>()
  for (const reach of shards.flatMap((shard) => shard.reach ?? [])) {
    byOperation.set(reach.operation, [...(byOperation.get(reach.operation) ?? []), reach])
  }
  const unreached = new Map<string, string>()
  for (const [operation, reaches] of byOperation) {
    const open = reaches.flatMap((each) => each.open ?? [])
    if (open.length < reaches.length) continue
    const statuses = reaches.flatMap((each) => each.statuses)
    unreached.set(operation, becauseUnreached(operation, statuses, open[0]?.next ?? []))
  }
  return shards.map(({ reach = [], ...shard }) => reach.reduce((run, each) => settle(run, each, unreached), shard))
}

function settle(run: RunReport, { operation, open }: Reach, unreached: ReadonlyMap<string, string>): RunReport {
  if (open === undefined) return run
  const because = unreached.get(operation)
  const isShown = open.shown === (because === undefined ? 'reached' : 'unreached')
  const settled = isShown ? ofOperation(run, operation) : open.otherwise
  return withOperation(run, operation, because === undefined ? settled : withReason(settled, open.because, because))
}

/**
 * Replaces the reason `own` by the reason `whole`. `own` lists the statuses of one shard, `whole` those of all shards.
 */
function withReason(part: OfOperation, own: string, whole: string): OfOperation {
  const replace = <Item extends { readonly because?: string }>(item: Item): Item =>
    item.because === own ? { ...item, because: whole } : item
  return {
    ...part,
    cells: part.cells.map(replace),
    clauses: part.clauses.map(replace),
    cases: part.cases.map(replace),
  }
}

function withOperation(run: RunReport, id: string, part: OfOperation): RunReport {
  const put = <Item extends { readonly operation: string }>(items: readonly Item[], own: readonly Item[]): Item[] => {
    const rest = [...own]
    return items.map((item) => (item.operation === id ? (rest.shift() ?? item) : item))
  }
  const findings = [...run.findings.filter(({ operation }) => operation !== id), ...part.findings]
  return {
    ...run,
    counts: {
      ...run.counts,
      requests: run.counts.requests - shrinkRequests(run.findings) + shrinkRequests(findings),
    },
    cells: put(run.cells, part.cells),
    clauses: put(run.clauses, part.clauses),
    cases: put(run.cases, part.cases),
    findings,
  }
}

/** Returns the number of requests that were sent to shrink the findings. */
export function shrinkRequests(findings: readonly FindingReport[]): number {
  return findings.reduce((total, { shrunk }) => total + (shrunk?.requests ?? 0), 0)
}
