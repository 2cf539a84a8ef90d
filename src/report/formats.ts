import type { Format } from './format.ts'
import { printJson } from './formats/json.ts'
import { printJunit } from './formats/junit.ts'
import { printText } from './formats/text.ts'

export type FormatName = 'text' | 'json' | 'junit'

/** Every format by the name that `--format` takes. */
export const formats: Readonly<Record<FormatName, Format>> = {
  text: printText,
  json: printJson,
  junit: printJunit,
}
