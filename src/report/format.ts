import type { Report } from './report.ts'

/** What a format may be told besides the report. Each takes what it uses. */
export interface FormatOptions {
  /** `text`: whether ANSI colours are used. Nothing is said by colour alone. */
  readonly color: boolean
  /** `text`: columns of the terminal; commands to copy are never broken. */
  readonly width: number
  /** `text`: findings shown in full; more than these are counted, and the page says how to see them. Default 20. */
  readonly findings?: number
  /** `text`: name of the JSON report, for the command that shows all findings. Default `reports/contract-report.json`. */
  readonly reportFile?: string
  /** `text`, `junit`, `html`: whether drift and disproved assumptions count as broken, as under `--strict`. Default false. */
  readonly strict?: boolean
  /** `html`: the documents' texts by the file that locations name. Default none: file and line only. */
  readonly sources?: ReadonlyMap<string, string>
}

/** A report as one text: pure, so the same report gives the same bytes. */
export type Format = (report: Report, options: FormatOptions) => string
