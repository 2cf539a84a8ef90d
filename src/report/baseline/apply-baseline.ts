import { isFailure } from '../is-failure.ts'
import type { BaselineEntryReport, CaseReport, Cell, ClauseReport, FindingReport, RunReport } from '../report.ts'
import type { Applied, KnownFailure } from './baseline.ts'
import { failureKey, failuresOf } from './failures-of.ts'
import { judgeEntry } from './judge-entry.ts'

/**
 * Marks the known failures of a run: those that the baseline file lists. A finding is known if the file lists every
 * clause that the finding reports as failed, and if no entry has expired. A failed clause gets the state `known` if
 * only known findings make it fail. A passed clause gets this state if the file lists the clause. The verdict of the
 * run does not change.
 */
export function applyBaseline(run: RunReport, applied: Applied): RunReport {
  const { file, failures, today } = applied
  const valid = new Map(failures.map((each) => [failureKey(each), each]))
  const findings = run.findings.map((finding) => withState(finding, valid, today))
  const marked = { ...run, findings }
  const failing = new Set(failuresOf(findings).map(failureKey))
  const entries = failures.map((each): BaselineEntryReport => {
    const isFailing = failing.has(failureKey(each))
    return { ...each, ...(isFailing ? stateOfFailing(each, today) : judgeEntry(each, marked, applied)) }
  })
  const clauses = markClauses(marked, new Set(failures.map(({ clause }) => clause)))
  const count = (state: ClauseReport['state']): number => clauses.filter((each) => each.state === state).length
  return {
    ...marked,
    clauses,
    cases: markCases(marked),
    cells: run.cells.map((cell) => markCell(cell, clauses, findings)),
    counts: { ...run.counts, passed: count('passed'), failed: count('failed'), known: count('known') },
    baseline: { file, entries },
  }
}

function stateOfFailing({ expires }: KnownFailure, today: string): Pick<BaselineEntryReport, 'state'> {
  return { state: expires < today ? 'expired' : 'failing' }
}

function withState(finding: FindingReport, known: ReadonlyMap<string, KnownFailure>, today: string): FindingReport {
  const pairs = failuresOf([finding]).map((failure) => ({ failure, entry: known.get(failureKey(failure)) }))
  const missing = pairs.filter(({ entry }) => entry === undefined).map(({ failure }) => failure.clause)
  const entries = pairs.flatMap(({ entry }) => entry ?? [])
  const [entry] = entries.toSorted((one, other) => (one.expires < other.expires ? -1 : 1))
  if (entry === undefined) return { ...finding, baseline: { state: 'new' } }
  if (missing.length > 0) return { ...finding, baseline: { state: 'new', missing } }
  const { reason, owner, expires } = entry
  const state = expires < today ? 'expired' : 'known'
  return { ...finding, baseline: { state, reason, owner, expires } }
}

function markClauses({ clauses, findings }: RunReport, listed: ReadonlySet<string>): ClauseReport[] {
  const failed = new Set(failuresOf(findings.filter((finding) => isFailure(finding))).map(({ clause }) => clause))
  return clauses.map((clause) => {
    const { id, state } = clause
    if (state === 'failed' && !failed.has(id)) return { ...clause, state: 'known' }
    if (state !== 'passed' || !listed.has(id)) return clause
    return {
      ...clause,
      state: 'known',
      because: 'the baseline lists this clause, but the clause did not fail in this run',
    }
  })
}

/**
 * Gives failed cases the verdict `known` if they show only known failures. A finding names only the first case that
 * showed it, so a failed case may be named by no finding. Such a case is known if its operation has no new failure.
 */
function markCases({ cases, findings }: RunReport): CaseReport[] {
  const failures = findings.filter((finding) => isFailure(finding))
  return cases.map((each) => {
    if (each.verdict !== 'failed') return each
    const own = findings.filter((finding) => finding.case === each.path)
    const isNew = (own.length === 0 ? failures.filter((finding) => concerns(finding, each.operation)) : own).some(
      (finding) => isFailure(finding),
    )
    return isNew ? each : { ...each, verdict: 'known', because: 'the case shows only known failures' }
  })
}

function markCell(cell: Cell, clauses: readonly ClauseReport[], findings: readonly FindingReport[]): Cell {
  const { operation, status, state } = cell
  if (state !== 'failed' && state !== 'passed') return cell
  const under = clauses.filter((clause) => clause.operation === operation && isUnder(clause.pointer, status))
  const isKnown = under.some((clause) => clause.state === 'known')
  if (state === 'passed') return isKnown ? { ...cell, state: 'known' } : cell
  const isFailed =
    under.some((clause) => clause.state === 'failed') ||
    findings.some((finding) => isFailure(finding) && concerns(finding, operation) && mayBeOf(finding, status))
  return isFailed ? cell : { ...cell, state: 'known' }
}

/**
 * True if the finding reports a failed clause that is under the response `status`, or under no response. Only such a
 * finding can be the reason why a case with this response failed.
 */
function mayBeOf(finding: FindingReport, status: string): boolean {
  const pointers = failuresOf([finding]).map(({ clause }) => clause.slice(clause.indexOf('/')))
  const statuses = pointers.map((pointer) => /^\/responses\/([^/]+)/.exec(pointer)?.[1])
  return statuses.some((each) => each === undefined || each === status)
}

function isUnder(pointer: string, status: string): boolean {
  const place = `/responses/${status}`
  return pointer === place || pointer.startsWith(`${place}/`)
}

function concerns({ operation, clauses }: FindingReport, id: string): boolean {
  return operation === id || clauses.some((clause) => clause.startsWith(`${id}/`))
}
