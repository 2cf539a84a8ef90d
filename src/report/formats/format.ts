import type { Report } from '../report.ts'

/** The options for printing a report. Most options apply to one format only. */
export interface FormatOptions {
  /** Only for the format `text`: if true, the text contains ANSI colours. */
  readonly color: boolean
  /**
   * Only for the format `text`: the width of the terminal in columns. Longer lines are wrapped, except commands that a
   * user may copy.
   */
  readonly width: number
  /** Only for the format `text`: the number of causes that are printed in full. Default: 20. */
  readonly causes?: number
  /**
   * Only for the format `text`: if true, lists every clause that was not exercised, and explains why cases were not
   * judged. Default: false.
   */
  readonly verbose?: boolean
  /**
   * Only for the format `text`: the file name of the JSON report. It is used in the printed command that shows all
   * findings. Default: `reports/contract-report.json`.
   */
  readonly reportFile?: string
  /**
   * Only for the formats `text`, `junit` and `html`: if true, findings of every level count as failures, as with
   * `--strict`. Default: false.
   */
  readonly strict?: boolean
  /**
   * Only for the format `html`: the texts of the OpenAPI documents, by file name. Without them, the page shows no lines
   * of documents.
   */
  readonly sources?: ReadonlyMap<string, string>
}

/** Prints a report as one text. The same report and options always give the same bytes. */
export type Format = (report: Report, options: FormatOptions) => string
