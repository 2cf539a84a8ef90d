import type { Report } from '../report.ts'

/** The options of all formats. Each format reads only the options that it needs. */
export interface FormatOptions {
  /** `text`: use ANSI colours. */
  readonly color: boolean
  /** `text`: width of the terminal in columns. Commands that a user may copy are never wrapped. */
  readonly width: number
  /** `text`: the number of findings that are printed in full. Further findings are only counted. Default 20. */
  readonly findings?: number
  /**
   * `text`: the file name of the JSON report, which is used in the printed command that shows all findings. Default
   * `reports/contract-report.json`.
   */
  readonly reportFile?: string
  /** `text`, `junit`, `html`: count findings of every level as failures, as `--strict` does. Default false. */
  readonly strict?: boolean
  /** `html`: the texts of the documents, by file name. If absent, the page shows no lines of documents. */
  readonly sources?: ReadonlyMap<string, string>
}

/** Prints a report as one text. Equal reports and options always give the same bytes. */
export type Format = (report: Report, options: FormatOptions) => string
