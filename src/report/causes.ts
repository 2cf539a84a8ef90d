import type { FindingReport, Report } from './report.ts'
import { headlineOf } from './texts/headline.ts'
import { isKnown, listFindings, type PlacedFinding } from './worst-first.ts'

/** Findings that probably have the same cause in the server. Example: all operations use one faulty error handler. */
export interface Cause {
  /** The findings, the worst one first. Reports print only this first one in full. */
  readonly findings: readonly [PlacedFinding, ...PlacedFinding[]]
  /** The ids of the operations whose clauses failed. */
  readonly operations: readonly string[]
  /** The total number of times that the findings were seen. */
  readonly count: number
}

/**
 * Groups the findings of all runs by their probable cause, the worst cause first. Findings are in the same group if
 * they have the same level, rule, status and message, and if all or none of them are known failures. Two messages are
 * the same if they differ only in the path of the field: `/items/0/id is missing` and `/id is missing`. If the status
 * itself is wrong, the messages are not compared.
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

/**
 * Lists the causes of new findings. Leaves out known failures, which the baseline lists and which do not make the gate
 * fail.
 */
export function listNewCauses(report: Pick<Report, 'runs'>): Cause[] {
  return listCauses(report).filter(({ findings: [{ finding }] }) => !isKnown(finding))
}

function keyOf(finding: FindingReport): string {
  const { level, rule, message, received, exchange } = finding
  const { answer } = exchange
  const status = 'status' in answer ? String(answer.status) : ''
  return JSON.stringify([isKnown(finding), level, rule, status, received === status ? '' : withoutPlaces(message)])
}

/** Replaces each JSON Pointer in a message with its last token: `/items/0/id` becomes `/id`. */
function withoutPlaces(message: string): string {
  return message.replaceAll(/(^|\s)(?:\/[^\s/]+)+\/(?=[^\s/])/g, '$1/')
}

/**
 * Returns the problem of a cause and the place where it was seen. For one finding: `/id is missing (getOrder → 200)`.
 * For several findings: `/id is missing (7 findings in 3 operations)`.
 */
export function titleOf({ findings, operations }: Cause): string {
  const { finding } = findings[0]
  return findings.length === 1 && operations.length === 1
    ? headlineOf(finding)
    : `${finding.message} (${extentOf({ findings, operations })})`
}

/** Returns the number of findings and operations of a cause: `7 findings in 3 operations`. */
export function extentOf({ findings, operations }: Pick<Cause, 'findings' | 'operations'>): string {
  const places = operations.length === 1 ? operations.join('') : `${operations.length} operations`
  return `${findings.length === 1 ? '1 finding' : `${findings.length} findings`} in ${places}`
}
