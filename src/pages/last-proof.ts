import type { Document } from '../document/document.ts'
import { describeDocument } from '../report/describe-document.ts'
import type { ClauseState, Report, RunReport } from '../report/report.ts'

/** The last result of a clause on one kind of target. */
export interface ClauseProof {
  readonly target: RunReport['target']
  readonly state: ClauseState
  /** The day of the run, such as 2026-01-05. */
  readonly date: string
  /** The reason why the clause was not tested. */
  readonly because?: string
}

/** A run that tested this document, and the day of the run. */
export interface DatedRun {
  readonly run: RunReport
  readonly startedAt: string
  /**
   * False if the document or an overlay has changed after the run. The run then shows nothing about the clauses of the
   * current document.
   */
  readonly isCurrent: boolean
  /** False if the report contains values of the server. The page then does not show the texts of the report. */
  readonly isPublic: boolean
}

/** Returns the runs that tested an API with the title of this document, the oldest first. */
export function runsOf(document: Document, reports: readonly Report[]): DatedRun[] {
  const own = JSON.stringify(textsOf(describeDocument(document)))
  return reports
    .flatMap(({ runs, startedAt, showsValues }) =>
      runs
        .filter((run) => run.document.title === document.title)
        .map((run) => ({
          run,
          startedAt,
          isCurrent: JSON.stringify(textsOf(run.document)) === own,
          isPublic: showsValues !== true,
        })),
    )
    .toSorted((one, other) => (one.startedAt < other.startedAt ? -1 : 1))
}

function textsOf({ sha256, overlays = [] }: RunReport['document']): readonly string[] {
  return [sha256, ...overlays.map((overlay) => overlay.sha256)]
}

/**
 * Returns the last result of each clause on each target, by clause id. A run that tested the clause takes precedence
 * over later runs that did not test it.
 */
export function lastProofs(runs: readonly DatedRun[]): ReadonlyMap<string, readonly ClauseProof[]> {
  const proofs = new Map<string, Map<string, ClauseProof>>()
  for (const { run, startedAt, isCurrent, isPublic } of runs) {
    if (!isCurrent) continue
    for (const { id, state, because } of run.clauses) {
      const byTarget = proofs.get(id) ?? new Map<string, ClauseProof>()
      proofs.set(id, byTarget)
      const before = byTarget.get(run.target)
      if (before !== undefined && isResult(before.state) && !isResult(state)) continue
      const reason = isPublic && !isResult(state) && because !== undefined ? { because } : {}
      byTarget.set(run.target, { target: run.target, state, date: dayOf(startedAt), ...reason })
    }
  }
  return new Map([...proofs].map(([id, byTarget]) => [id, [...byTarget.values()]]))
}

/** True for `passed`, `failed` and `disproved`: a run gives these states only to clauses that it tested. */
export function isResult(state: ClauseState): boolean {
  return state === 'passed' || state === 'failed' || state === 'disproved'
}

/** Returns the day of an ISO 8601 time. */
export const dayOf = (time: string): string => time.slice(0, 10)
