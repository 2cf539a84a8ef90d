import type { Report } from '../report.ts'

/** What a format may use besides the report. Each takes what it needs. */
export interface FormatOptions {
  /** `text`: use ANSI colours. */
  readonly color: boolean
  /** `text`: columns of the terminal; commands to copy are never broken. */
  readonly width: number
  /** `text`: findings printed in full; the rest is counted. Default 20. */
  readonly findings?: number
  /** `text`: name of the JSON report, for the command that prints all findings. Default `reports/contract-report.json`. */
  readonly reportFile?: string
  /** `text`, `junit`, `html`: count findings of every level as failures, as `--strict` does. Default false. */
  readonly strict?: boolean
  /** `html`: the texts of documents by the file name in locations. Default: none, and pages show no document lines. */
  readonly sources?: ReadonlyMap<string, string>
}

/** Prints a report as one text. Pure: the same report gives the same bytes. */
export type Format = (report: Report, options: FormatOptions) => string
