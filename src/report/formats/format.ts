import type { Report } from '../report.ts'

/** The options for printing a report. Most options apply to one format only. */
export interface FormatOptions {
  /** Only for the format `text`: use ANSI colours. */
  readonly color: boolean
  /** Only for the format `text`: width of the terminal in columns. Commands that a user may copy are never wrapped. */
  readonly width: number
  /** Only for the format `text`: the number of causes that are printed in full. Default 20. */
  readonly causes?: number
  /**
   * Only for the format `text`: also lists every clause that was not exercised, and explains why cases were not judged.
   * Default false.
   */
  readonly verbose?: boolean
  /**
   * Only for the format `text`: the file of the JSON report, for the printed command that shows all findings. Default
   * `reports/contract-report.json`.
   */
  readonly reportFile?: string
  /**
   * Only for the formats `text`, `junit` and `html`: count findings of every level as failures, as `--strict` does.
   * Default false.
   */
  readonly strict?: boolean
  /**
   * Only for the format `html`: the texts of the OpenAPI documents, by file name. If absent, the page shows no lines of
   * documents.
   */
  readonly sources?: ReadonlyMap<string, string>
}

/** Prints a report as one text. Equal reports and options always give the same bytes. */
export type Format = (report: Report, options: FormatOptions) => string
