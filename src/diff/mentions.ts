import type { Document } from '../document/document.ts'
import { stringifyJson } from '../json.ts'

const known = new WeakMap<Document, Map<string, boolean>>()

/**
 * True if the text of a document contains an annotation. Most documents contain none, and searching the text is faster
 * than visiting every schema.
 */
export function mentions(document: Document, annotation: string): boolean {
  const own = known.get(document) ?? new Map<string, boolean>()
  known.set(document, own)
  const found =
    own.get(annotation) ??
    [...document.resources.values()].some((each) => stringifyJson(each).includes(`"${annotation}":`))
  own.set(annotation, found)
  return found
}
