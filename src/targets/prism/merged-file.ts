import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Document } from '../../document/document.ts'
import { walkDocument } from '../../document/walk-document.ts'
import { stringifyJson, type Json } from '../../json.ts'
import { lowerTo31 } from './lower-to-3-1.ts'

/** A file for Prism to read. `remove` deletes it if it is temporary. */
export interface MergedFile {
  readonly file: string
  remove(): void
}

/**
 * Writes a document with its overlays applied to a temporary file. A document of OpenAPI 3.2 is converted to 3.1. The file is deleted by `remove`, or at the end of
 * the process if `remove` is not called. If there are neither overlays nor a conversion, returns
 * the file of the document.
 */
export function mergedFile(document: Document): MergedFile {
  const is32 = document.openapi.startsWith('3.2')
  if (document.overlays.length === 0 && !is32) return { file: document.file, remove: () => undefined }
  const folder = mkdtempSync(join(tmpdir(), 'contract-mock-'))
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true })
  process.once('exit', removeFolder)
  const file = join(folder, 'openapi.json')
  writeFileSync(file, stringifyJson(is32 ? lowerTo31(document) : elsewhere(document)))
  return {
    file,
    remove: () => {
      process.off('exit', removeFolder)
      removeFolder()
    },
  }
}

/**
 * Returns the content of the root file for a file in another folder: relative references to other files become
 * absolute.
 */
function elsewhere(document: Document): Json {
  const [[url, root] = ['', null]] = document.written
  return walkDocument(root, (value, _at, names) => {
    const reference = names ? undefined : value['$ref']
    if (typeof reference !== 'string' || reference.startsWith('#') || !URL.canParse(reference, url)) return value
    const target = new URL(reference, url)
    if (target.protocol !== 'file:') return value
    const { hash } = target
    target.hash = ''
    return { ...value, $ref: target.href === url ? hash || '#' : fileURLToPath(target) + hash }
  })
}
