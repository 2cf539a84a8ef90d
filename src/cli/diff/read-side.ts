import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Document } from '../../document/document.ts'
import type { Location } from '../../document/location.ts'
import { shown } from '../../document/files/read-text.ts'
import { ContractError } from '../../errors.ts'
import { readApiDocument, type DocumentOptions } from '../document-options.ts'
import type { ComparedFile } from './choose-pairs.ts'
import { checkOut } from './git.ts'

/** One of the two compared documents, and the names that reports print for this document and its files. */
export interface ReadSide {
  readonly document: Document
  /** The name of the document in reports: `specs/orders/openapi.yaml` or `main:specs/orders/openapi.yaml`. */
  readonly name: string
  /** Replaces the file in a location with the name of the file in reports. */
  place(location: Location): Location
}

/**
 * Reads a document, and the overlays next to it. Throws `revision-unreadable`, and the errors of reading a document.
 */
export function readSide({ file, revision }: ComparedFile, options: DocumentOptions): ReadSide {
  if (revision === undefined) {
    const document = readApiDocument(file, { ...options, keepsBroken: true })
    return { document, name: shown(file), place: (location) => location }
  }
  // With `--allow-ref-outside`, references are allowed to point to any file of the repository, so all files are
  // written.
  const { folder, remove } = checkOut(revision, options.allowsRefOutside ? '' : dirname(file))
  const prefix = `${shown(folder)}/`
  const renamed = (text: string): string => text.replaceAll(prefix, `${revision}:`)
  try {
    if (!existsSync(join(folder, file))) {
      throw new ContractError('revision-unreadable', {
        what: `${revision} has no file \`${file}\``,
        next: 'correct the path (it starts at the root of the repository), or name a revision that has the file',
      })
    }
    const document = readApiDocument(shown(join(folder, file)), { ...options, keepsBroken: true })
    return { document, name: `${revision}:${file}`, place: (at) => ({ ...at, file: renamed(at.file) }) }
  } catch (error) {
    throw error instanceof ContractError ? renamedError(error, renamed) : error
  } finally {
    remove()
  }
}

function renamedError({ code, details }: ContractError, renamed: (text: string) => string): ContractError {
  const texts = Object.entries(details).map(([key, text]) => [key, renamed(String(text))])
  return new ContractError(code, Object.fromEntries(texts) as ContractError['details'])
}
