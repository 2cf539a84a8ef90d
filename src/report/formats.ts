import type { Format } from './format.ts'
import { printGithub } from './formats/github.ts'
import { printJson } from './formats/json.ts'
import { printJunit } from './formats/junit.ts'
import { printSarif } from './formats/sarif.ts'
import { printText } from './formats/text.ts'

export type FormatName = 'text' | 'json' | 'junit' | 'sarif' | 'github'

/** Every format by the name that `--format` takes. */
export const formats: Readonly<Record<FormatName, Format>> = {
  text: printText,
  json: printJson,
  junit: printJunit,
  sarif: printSarif,
  github: printGithub,
}
