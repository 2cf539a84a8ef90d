import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Document } from '../document/document.ts'
import { walkDocument } from '../document/walk-document.ts'
import { openMock, type Mock, type MockOptions } from '../exchanges/targets/mock.ts'
import type { Json } from '../json.ts'

/**
 * Starts a Prism mock of a document with its overlays. Prism reads a file by itself, so that a document with overlays is
 * written to a temporary one, which is removed when the mock closes. Throws what `openMock` throws.
 */
export async function openDocumentMock(document: Document, options: Omit<MockOptions, 'documentFile'>): Promise<Mock> {
  if (document.overlays.length === 0) return openMock({ ...options, documentFile: document.file })
  const folder = mkdtempSync(join(tmpdir(), 'contract-mock-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  const end = (): void => {
    process.off('exit', remove)
    remove()
  }
  try {
    const documentFile = join(folder, 'openapi.json')
    writeFileSync(documentFile, JSON.stringify(elsewhere(document)))
    const mock = await openMock({ ...options, documentFile })
    return { ...mock, close: () => mock.close().finally(end) }
  } catch (error) {
    end()
    throw error
  }
}

/** The root file as it can be read from another folder: relative references to other files become absolute. */
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
