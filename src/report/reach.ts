import type { FindingReport, Next, OfOperation, Reach, RunReport } from './report.ts'

/** What a run's report says of an operation. */
export function ofOperation({ cells, clauses, cases, findings }: RunReport, id: string): OfOperation {
  const isOfIt = ({ operation }: { readonly operation: string }): boolean => operation === id
  return {
    cells: cells.filter(isOfIt),
    clauses: clauses.filter(isOfIt),
    cases: cases.filter(isOfIt),
    findings: findings.filter(isOfIt),
  }
}

/** Why nothing of an operation could be judged, and what to do about it. */
export function becauseUnreached(operation: string, seen: Iterable<number>, next: readonly Next[]): string {
  const statuses = [...new Set(seen)].toSorted((one, other) => one - other)
  const toDo = next.filter(({ on }) => on.some((status) => statuses.includes(status))).map(({ say }) => say)
  return `every answer of ${operation} is ${statuses.join(' or ')}, so nothing of it is proved: ${toDo.join('; ')}`
}

/**
 * The shards of one run, each with what it says of an operation once all of them are heard: one answer anywhere that
 * shows it reached is enough, and without any nothing of it is judged in any shard.
 */
export function settleReach(shards: readonly RunReport[]): readonly RunReport[] {
  const heard = new Map<string, Reach[]>()
  for (const reach of shards.flatMap((shard) => shard.reach ?? [])) {
    heard.set(reach.operation, [...(heard.get(reach.operation) ?? []), reach])
  }
  const why = new Map<string, string>()
  for (const [operation, reaches] of heard) {
    const open = reaches.flatMap((each) => each.open ?? [])
    if (open.length < reaches.length) continue
    const statuses = reaches.flatMap((each) => each.statuses)
    why.set(operation, becauseUnreached(operation, statuses, open[0]?.next ?? []))
  }
  return shards.map(({ reach = [], ...shard }) => reach.reduce((run, each) => settle(run, each, why), shard))
}

function settle(run: RunReport, { operation, open }: Reach, why: ReadonlyMap<string, string>): RunReport {
  if (open === undefined) return run
  const because = why.get(operation)
  const isTold = open.told === (because === undefined ? 'reached' : 'unreached')
  const told = isTold ? ofOperation(run, operation) : open.otherwise
  return because === undefined
    ? withOperation(run, operation, told)
    : withOperation(run, operation, asAllSay(told, open.because, because))
}

/** What shards that met different statuses say each by its own, the whole says by all of them. */
function asAllSay(told: OfOperation, own: string, whole: string): OfOperation {
  const say = <Item extends { readonly because?: string }>(item: Item): Item =>
    item.because === own ? { ...item, because: whole } : item
  return { ...told, cells: told.cells.map(say), clauses: told.clauses.map(say), cases: told.cases.map(say) }
}

function withOperation(run: RunReport, id: string, told: OfOperation): RunReport {
  const put = <Item extends { readonly operation: string }>(items: readonly Item[], of: readonly Item[]): Item[] => {
    const rest = [...of]
    return items.map((item) => (item.operation === id ? (rest.shift() ?? item) : item))
  }
  const others = run.findings.filter(({ operation }) => operation !== id)
  const findings = [...others, ...told.findings]
  return {
    ...run,
    counts: { ...run.counts, requests: run.counts.requests - shrinking(run.findings) + shrinking(findings) },
    cells: put(run.cells, told.cells),
    clauses: put(run.clauses, told.clauses),
    cases: put(run.cases, told.cases),
    findings,
  }
}

/** Requests that it took to make findings smaller. */
export function shrinking(findings: readonly FindingReport[]): number {
  return findings.reduce((total, { shrunk }) => total + (shrunk?.requests ?? 0), 0)
}
