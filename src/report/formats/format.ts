import type { Report } from '../report.ts'

/** The options of all formats. Each format reads only those that it needs. */
export interface FormatOptions {
  /** `text`: use ANSI colours. */
  readonly color: boolean
  /** `text`: width of the terminal in columns. Commands that a user may copy are never wrapped. */
  readonly width: number
  /** `text`: number of findings printed in full; further ones are only counted. Default 20. */
  readonly findings?: number
  /** `text`: name of the JSON report, for the command that prints all findings. Default `reports/contract-report.json`. */
  readonly reportFile?: string
  /** `text`, `junit`, `html`: count findings of every level as failures, as `--strict` does. Default false. */
  readonly strict?: boolean
  /** `html`: the texts of the documents, by file name. Default: none, and the page shows no lines of documents. */
  readonly sources?: ReadonlyMap<string, string>
}

/** Prints a report as one text. Pure: the same report gives the same bytes. */
export type Format = (report: Report, options: FormatOptions) => string
