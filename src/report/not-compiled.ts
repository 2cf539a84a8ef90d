import { printLocation } from '../document/location.ts'
import type { Report, RunReport } from './report.ts'

export type NotCompiledPlace = NonNullable<RunReport['notCompiled']>[number]

/** What cannot be compiled in one document, whoever was to be asked for it. */
export interface NotCompiledIn {
  readonly file: string
  readonly places: readonly NotCompiledPlace[]
}

/** What stands over such places. */
export const NOT_COMPILED =
  'Cannot be compiled, so nobody is asked for it: the document is to be mended, not the server'

/** The places of every document of a report, each once. */
export function listNotCompiledIn({ runs }: Report): NotCompiledIn[] {
  const files = new Map<string, Map<string, NotCompiledPlace>>()
  for (const { document, notCompiled = [] } of runs) {
    const places = files.get(document.file) ?? new Map<string, NotCompiledPlace>()
    for (const place of notCompiled) places.set(printLocation(place.definedAt) + place.definedAt.pointer, place)
    if (places.size > 0) files.set(document.file, places)
  }
  return [...files].map(([file, places]) => ({ file, places: [...places.values()] }))
}

/** Such a place in one line: where it is written, what is wrong with it, and its pointer. */
export function sentenceOf({ definedAt, message }: NotCompiledPlace): string {
  return `${printLocation(definedAt)}: ${message}, at ${definedAt.pointer}`
}

/** Who tells more. */
export function tellsMore(file: string): string {
  return `contract-gate validate ${file}`
}
