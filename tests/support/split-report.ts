import { ANOTHER_SHARD } from '../../src/report/reach.ts'
import type { CaseReport, ClauseReport, FindingReport, Report, RunReport } from '../../src/report/report.ts'

/**
 * Splits the report of a whole run into the reports that the shards of this run would write. With `of` shards, the case
 * at index n belongs to the shard at index n % `of`.
 */
export function splitReport(report: Report, of: number): Report[] {
  return Array.from({ length: of }, (_, at) => ({
    ...report,
    startedAt: new Date(Date.parse(report.startedAt) + at * 1000).toISOString(),
    shard: { index: at + 1, of },
    runs: report.runs.map((run) => splitRun(run, at, of)),
  }))
}

function splitRun(run: RunReport, at: number, of: number): RunReport {
  const mine = new Set(run.cases.flatMap(({ path }, index) => (index % of === at ? [path] : [])))
  const cases = run.cases.map((each): CaseReport => {
    if (mine.has(each.path)) return each
    return { ...each, status: null, verdict: 'not-run', because: ANOTHER_SHARD, ms: 0 }
  })
  const findings = run.findings.flatMap((finding): FindingReport[] => {
    const isMine = mine.has(finding.case)
    // `of` is the number of shards. A finding that has at least as many cases as there are shards is in every report.
    // Any other finding is only in the report that has its case.
    if (finding.count < of) return isMine ? [finding] : []
    if (isMine) return [{ ...finding, count: finding.count - (of - 1) }]
    return [{ ...finding, count: 1, case: [...mine].at(-1) ?? finding.case }]
  })
  const broken = new Set(findings.flatMap(({ level, clauses }) => (level === 'error' ? clauses : [])))
  const clauses = run.clauses.map((clause): ClauseReport => {
    const by = clause.by.filter((path) => mine.has(path))
    if (clause.state === 'failed' && broken.has(clause.id)) return { ...clause, by }
    if (clause.state !== 'passed' && clause.state !== 'failed') return clause
    return by.length > 0
      ? { ...clause, state: 'passed', by }
      : { ...clause, state: 'not-run', because: ANOTHER_SHARD, by }
  })
  const part = (total: number): number => Math.floor(total / of) + (at < total % of ? 1 : 0)
  return {
    ...run,
    counts: {
      ...run.counts,
      requests: cases.filter(({ status }) => status !== null).length,
      controlRequests: part(run.counts.controlRequests),
    },
    cells: run.cells.map((cell) => {
      const own = clauses.filter(({ pointer }) => pointer.startsWith(`/responses/${cell.status}`))
      const { because: _because, ...rest } = cell
      const state = own.some((clause) => clause.state === 'failed') ? 'failed' : (own[0]?.state ?? 'not-run')
      return { ...rest, state, ...(own[0]?.because === undefined ? {} : { because: own[0].because }) }
    }),
    cases,
    clauses,
    findings,
  }
}
