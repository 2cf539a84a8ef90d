import type { Address, Document } from '../document/document.ts'
import { referenceOf } from '../document/resolved-document.ts'
import { walkDocument } from '../document/walk-document.ts'
import { isObject, type JsonObject } from '../json.ts'

/** The key under which a bundled document contains other files. */
const FILES = 'x-files'

/**
 * Returns a document as one OpenAPI 3.1 value that references no other file. A broken reference becomes an empty
 * object.
 */
export function bundleDocument(document: Document): JsonObject {
  const urls = [...document.resources.keys()]
  const placeOf = (address: Address): string | undefined => {
    const at = address.indexOf('#')
    const index = urls.indexOf(address.slice(0, at))
    return index < 0 ? undefined : `${index === 0 ? '' : `/${FILES}/${index}`}${address.slice(at + 1)}`
  }
  const files = urls.map((url) =>
    walkDocument(document.resources.get(url) ?? null, (value, at, names) => {
      const reference = names ? undefined : referenceOf(value)
      if (reference === undefined) return value
      const from = `${url}#${at}`
      const place = document.broken.has(from) ? undefined : placeOf(document.target(reference, from))
      const { $ref: _, ...rest } = value
      return place === undefined ? rest : { ...rest, $ref: `#${encodeURI(place).replaceAll('#', '%23')}` }
    }),
  )
  const [root, ...others] = files
  if (!isObject(root)) return {}
  // Leaves out the logo, because it is an image on the network.
  const { 'x-logo': _, ...info } = isObject(root['info']) ? root['info'] : {}
  return {
    ...root,
    info,
    ...(others.length === 0
      ? {}
      : { [FILES]: Object.fromEntries(others.map((file, index) => [String(index + 1), file])) }),
  }
}
