import type { FindingReport, Report } from './report.ts'
import { headlineOf } from './texts/headline.ts'
import { isKnown, listFindings, type PlacedFinding } from './worst-first.ts'

/** Findings that probably have one cause in the server, such as an error handler that all operations use. */
export interface Cause {
  /** The findings, the worst first. Reports print the first finding in full. */
  readonly findings: readonly [PlacedFinding, ...PlacedFinding[]]
  /** The ids of the operations whose clauses failed. */
  readonly operations: readonly string[]
  /** The number of times that the findings were seen. */
  readonly count: number
}

/**
 * Groups the findings of all runs by cause, the worst cause first. Findings have one cause if their level, rule and
 * status are equal, and if they are all known failures or all new. If the status is not the problem, their messages must
 * also be equal. Messages are equal if they differ only in the place of a field: `/items/0/id is missing` and
 * `/id is missing`.
 */
export function listCauses(report: Pick<Report, 'runs'>): Cause[] {
  const groups = new Map<string, [PlacedFinding, ...PlacedFinding[]]>()
  for (const placed of listFindings(report)) {
    const key = keyOf(placed.finding)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [placed])
    else group.push(placed)
  }
  const owners = new Map(
    report.runs.map((run) => [run, new Map(run.clauses.map(({ id, operation }) => [id, operation]))]),
  )
  const operationsOf = ({ run, finding }: PlacedFinding): string[] => [
    finding.operation,
    ...finding.clauses.flatMap((id) => owners.get(run)?.get(id) ?? []),
  ]
  return [...groups.values()].map((findings) => ({
    findings,
    operations: [...new Set(findings.flatMap(operationsOf))],
    count: findings.reduce((sum, { finding }) => sum + finding.count, 0),
  }))
}

/** Lists the causes without the known failures of a baseline, which do not make the gate fail. */
export function listNewCauses(report: Pick<Report, 'runs'>): Cause[] {
  return listCauses(report).filter(({ findings: [{ finding }] }) => !isKnown(finding))
}

function keyOf(finding: FindingReport): string {
  const { level, rule, message, received, exchange } = finding
  const { answer } = exchange
  const status = 'status' in answer ? String(answer.status) : ''
  return JSON.stringify([isKnown(finding), level, rule, status, received === status ? '' : withoutPlaces(message)])
}

/** Shortens each JSON Pointer in a message to its last token. */
function withoutPlaces(message: string): string {
  return message.replaceAll(/(^|\s)(?:\/[^\s/]+)+\/(?=[^\s/])/g, '$1/')
}

/**
 * Returns the problem of a cause and where it was seen: `/id is missing (getOrder → 200)`, or for several findings
 * `/id is missing (7 findings in 3 operations)`.
 */
export function titleOf({ findings, operations }: Cause): string {
  const { finding } = findings[0]
  return findings.length === 1 && operations.length === 1
    ? headlineOf(finding)
    : `${finding.message} (${extentOf({ findings, operations })})`
}

/** Says how many findings and operations a cause has: `7 findings in 3 operations`. */
export function extentOf({ findings, operations }: Pick<Cause, 'findings' | 'operations'>): string {
  const places = operations.length === 1 ? operations.join('') : `${operations.length} operations`
  return `${findings.length === 1 ? '1 finding' : `${findings.length} findings`} in ${places}`
}
