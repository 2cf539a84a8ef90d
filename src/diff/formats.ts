import type { DiffReport } from './diff-report.ts'
import { printDiffGithub } from './formats/github.ts'
import { printDiffHtml } from './formats/html.ts'
import { printDiffJson } from './formats/json.ts'
import { printDiffMarkdown } from './formats/markdown.ts'
import { printDiffSarif } from './formats/sarif.ts'
import { printDiffText } from './formats/text.ts'

/** The options of a format. */
export interface DiffFormatOptions {
  readonly color: boolean
  readonly toolVersion: string
}

/** All output formats, by their names in `--format`. */
export const diffFormats = {
  text: printDiffText,
  json: printDiffJson,
  markdown: printDiffMarkdown,
  github: printDiffGithub,
  sarif: printDiffSarif,
  html: printDiffHtml,
} satisfies Readonly<Record<string, (reports: readonly DiffReport[], options: DiffFormatOptions) => string>>

export type DiffFormatName = keyof typeof diffFormats
