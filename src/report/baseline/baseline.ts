import type { Report, RunReport } from '../report.ts'
import type { FailedClause } from './failures-of.ts'

/**
 * An entry of the baseline file: a failure of the server that is accepted until a certain day. The gate passes in spite
 * of this failure.
 */
export interface KnownFailure extends FailedClause {
  readonly operation: string
  readonly reason: string
  readonly owner: string
  /** The day on which the failure was first seen, such as 2026-01-05. */
  readonly firstSeen: string
  /** The day on which `--baseline-update` last saw the failure. */
  readonly lastSeen: string
  /** The last valid day of the entry. After this day, the failure makes the gate fail again. */
  readonly expires: string
  /** The id of the case that first showed the failure, such as `updateOrder/example/200`. */
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

/** The content of the file that `--baseline` names. */
export interface Baseline {
  readonly file: string
  readonly runs: readonly KnownFailures[]
}

/**
 * Everything that decides the state of baseline entries after a run: the known failures, the current date, and the
 * options of the run.
 */
export interface Applied extends Pick<Report, 'filters' | 'plan'> {
  readonly file: string
  readonly failures: readonly KnownFailure[]
  /** The current date, such as 2026-01-05. */
  readonly today: string
}
