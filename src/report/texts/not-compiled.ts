import { printLocation } from '../../document/location.ts'
import type { Report, RunReport } from '../report.ts'

export type NotCompiledPlace = NonNullable<RunReport['notCompiled']>[number]

/** The schemas of a document that do not compile. */
export interface NotCompiledIn {
  readonly file: string
  readonly places: readonly NotCompiledPlace[]
}

/** The heading above the list of schemas that do not compile. */
export const NOT_COMPILED = 'Skipped: these schemas do not compile. Fix the document.'

/** Lists the schemas that do not compile, grouped by document. Each schema is listed once. */
export function listNotCompiledIn({ runs }: Report): NotCompiledIn[] {
  const files = new Map<string, Map<string, NotCompiledPlace>>()
  for (const { document, notCompiled = [] } of runs) {
    const places = files.get(document.file) ?? new Map<string, NotCompiledPlace>()
    for (const place of notCompiled) places.set(printLocation(place.definedAt) + place.definedAt.pointer, place)
    if (places.size > 0) files.set(document.file, places)
  }
  return [...files].map(([file, places]) => ({ file, places: [...places.values()] }))
}

/** Describes in one line a schema that does not compile: file, line, problem and JSON Pointer. */
export function sentenceOf({ definedAt, message }: NotCompiledPlace): string {
  return `${printLocation(definedAt)}: ${message}, at ${definedAt.pointer}`
}

/** Returns the command that explains why the schemas of a document do not compile. */
export function howToValidate(file: string): string {
  return `contract-gate validate ${file}`
}
