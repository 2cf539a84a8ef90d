import { accessSync, constants, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { ContractError } from '../errors.ts'

/**
 * Throws `report-unwritable` if no file can be written to the folder. Called before a run, because the results of the
 * run would otherwise be lost.
 */
export function checkReportFolder(folder: string): void {
  writable(folder, () => accessSync(folder, constants.W_OK))
}

/**
 * Creates a folder, and then calls `work` to write into it. If this fails, throws `report-unwritable` with the advice
 * `next`.
 */
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
 * Writes a file under another name and then renames it to `file`, so that readers never see an incomplete file. If
 * `file` is a symbolic link, the link itself is replaced.
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
