import type { Report, RunReport } from '../report.ts'
import type { FailedClause } from './failures-of.ts'

/** A failure of a server that is known and does not make the gate fail. */
export interface KnownFailure extends FailedClause {
  readonly operation: string
  readonly reason: string
  readonly owner: string
  /** The day on which the failure was first seen, such as 2026-01-05. */
  readonly firstSeen: string
  /** The day of the last `--baseline-update` that saw the failure. */
  readonly lastSeen: string
  /** The last day on which the entry is valid. */
  readonly expires: string
  /** The path of the case that first showed the failure. */
  readonly case?: string
  /** The line of the entry in the file. */
  readonly line: number
}

/** The known failures of one API on one target. */
export interface KnownFailures extends Pick<RunReport, 'api' | 'target'> {
  /** The title of the document, `info.title`. */
  readonly document: string
  readonly failures: readonly KnownFailure[]
}

/** The content of a baseline file. */
export interface Baseline {
  readonly file: string
  readonly runs: readonly KnownFailures[]
}

/** The known failures of a run, and the facts on which the state of an entry depends. */
export interface Applied extends Pick<Report, 'filters' | 'plan'> {
  readonly file: string
  readonly failures: readonly KnownFailure[]
  /** The current day, such as 2026-01-05. */
  readonly today: string
}
