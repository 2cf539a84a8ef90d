import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Document } from '../../document/document.ts'
import { walkDocument } from '../../document/walk-document.ts'
import { stringifyJson, type Json } from '../../json.ts'
import { lowerTo31 } from './lower-to-3-1.ts'

/** A file that Prism reads. `remove` deletes the file if it is temporary. */
export interface MergedFile {
  readonly file: string
  remove(): void
}

/**
 * Writes a document with its overlays to a temporary file, converted from OpenAPI 3.2 if necessary. The file is deleted
 * by `remove` or when the process ends. If nothing has to change, returns the original file.
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

/** Returns the root file with absolute references, so that it works in another folder too. */
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
