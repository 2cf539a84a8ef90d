import type { ClauseReport, FindingReport, Report, RunReport } from '../report.ts'
import { worstFirst } from '../worst-first.ts'

/**
 * Sorts all lists of a report into a fixed order: findings by severity, clauses by document, cases by plan. Thanks to
 * this order, a run without shards gives the same bytes as the merged shards of the same run.
 */
export function canonical(report: Report): Report {
  return { ...report, runs: report.runs.map(canonicalRun) }
}

function canonicalRun(run: RunReport): RunReport {
  const clauses = inOrderOf(run.clauses.map(({ id }) => id))
  const cases = inOrderOf(run.cases.map(({ path }) => path))
  const ofFinding = (finding: FindingReport): FindingReport => ({ ...finding, clauses: clauses(finding.clauses) })
  const ofClause = (clause: ClauseReport): ClauseReport => ({
    ...clause,
    by: cases(clause.by),
    ...(clause.halves === undefined
      ? {}
      : { halves: { withheld: cases(clause.halves.withheld), given: cases(clause.halves.given) } }),
  })
  return { ...run, clauses: run.clauses.map(ofClause), findings: worstFirst(run.findings.map(ofFinding)) }
}

function inOrderOf(order: readonly string[]): (items: readonly string[]) => string[] {
  const places = new Map(order.map((item, index) => [item, index]))
  const place = (item: string): number => places.get(item) ?? order.length
  return (items) => [...new Set(items)].toSorted((one, other) => place(one) - place(other) || (one < other ? -1 : 1))
}
