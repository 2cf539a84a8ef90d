import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { ContractError } from '../../errors.ts'
import { fileErrorCode, writeNewFile } from '../report-folder.ts'

/** A file to write. */
export interface NewFile {
  readonly file: string
  readonly text: string
}

/**
 * Writes files and returns one line of output for each file. If a file exists, throws `file-exists` and writes nothing.
 * With `force`, keeps the existing file under another name. Throws `report-unwritable` if a file cannot be written.
 */
export function writeFiles(files: readonly NewFile[], force: boolean): string[] {
  const existing = files.filter(({ file }) => existsSync(file)).map(({ file }) => file)
  if (existing.length > 0 && !force) {
    throw new ContractError('file-exists', {
      what: existing.join(', '),
      next: 'rename the file, or add --force: the old file is then kept with the ending .old',
    })
  }
  return files.map(({ file, text }) => {
    const kept = existsSync(file) ? freeName(file) : undefined
    try {
      mkdirSync(dirname(file), { recursive: true })
      if (kept !== undefined) renameSync(file, kept)
      writeNewFile(file, text)
    } catch (error) {
      throw new ContractError('report-unwritable', {
        what: fileErrorCode(error),
        where: file,
        next: 'make the folder writable',
      })
    }
    return `wrote ${file}${kept === undefined ? '' : ` (the old file is ${kept})`}`
  })
}

function freeName(file: string): string {
  for (let count = 1; ; count += 1) {
    const name = `${file}.old${count === 1 ? '' : String(count)}`
    if (!existsSync(name)) return name
  }
}
