import { accessSync, constants, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { ContractError } from '../errors.ts'

/**
 * Throws `report-unwritable` if no file can be written to the folder. Called before a run, so that its results are not
 * lost.
 */
export function checkReportFolder(folder: string): void {
  writable(folder, () => accessSync(folder, constants.W_OK))
}

/** Creates a folder and calls `work`, which writes into it. Throws `report-unwritable` with the advice `next`. */
export function writable(folder: string, work: () => void, next = 'choose a writable folder with --report-dir'): void {
  try {
    mkdirSync(folder, { recursive: true })
    work()
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw new ContractError('report-unwritable', {
      what: fileErrorCode(error),
      where: folder,
      next,
    })
  }
}

/**
 * Writes a new file and renames it to `file`. Replaces a symbolic link instead of following it. Readers never see an
 * incomplete file.
 */
export function writeNewFile(file: string, text: string): void {
  const draft = `${file}.${process.pid}.draft`
  try {
    writeFileSync(draft, text, { flag: 'wx' })
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

/** Returns the code of a file system error, such as `ENOENT`. */
export function fileErrorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
}
