import type { Document } from '../document/document.ts'
import { stringifyJson } from '../json.ts'

const known = new WeakMap<Document, Map<string, boolean>>()

/**
 * True if a document uses an annotation somewhere. Most documents of other parties use none, and one search of their
 * text is faster than a visit to every schema.
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
