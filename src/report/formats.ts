import type { Format } from './formats/format.ts'
import { printGithub } from './formats/github.ts'
import { printHtml } from './formats/html.ts'
import { printJson } from './formats/json.ts'
import { printJunit } from './formats/junit.ts'
import { printSarif } from './formats/sarif.ts'
import { printText } from './formats/text.ts'

export type FormatName = 'text' | 'json' | 'junit' | 'sarif' | 'html' | 'github'

/** All report formats. The keys are the names in the option `--format`. */
export const formats: Readonly<Record<FormatName, Format>> = {
  text: printText,
  json: printJson,
  junit: printJunit,
  sarif: printSarif,
  html: printHtml,
  github: printGithub,
}
