import type { Report, RunReport } from '../report.ts'
import type { FailedClause } from './failures-of.ts'

/** An entry of the baseline file: a failure of the server that is accepted for some time, so the gate passes. */
export interface KnownFailure extends FailedClause {
  readonly operation: string
  readonly reason: string
  readonly owner: string
  /** The day when the failure was first seen, such as 2026-01-05. */
  readonly firstSeen: string
  /** The day when `--baseline-update` last saw the failure. */
  readonly lastSeen: string
  /** The last valid day of the entry. After this day, the failure makes the gate fail again. */
  readonly expires: string
  /** The path of the case that first showed the failure, such as `updateOrder/example/200`. */
  readonly case?: string
  /** The line of this entry in the baseline file. */
  readonly line: number
}

/** The known failures of one API on one target. */
export interface KnownFailures extends Pick<RunReport, 'api' | 'target'> {
  /** The title of the document, `info.title`. */
  readonly document: string
  readonly failures: readonly KnownFailure[]
}

/** The content of the file of `--baseline`. */
export interface Baseline {
  readonly file: string
  readonly runs: readonly KnownFailures[]
}

/**
 * The facts that decide the state of baseline entries after a run: the known failures, today's date, and the options of
 * the run.
 */
export interface Applied extends Pick<Report, 'filters' | 'plan'> {
  readonly file: string
  readonly failures: readonly KnownFailure[]
  /** Today's date, such as 2026-01-05. */
  readonly today: string
}
