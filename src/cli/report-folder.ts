import { accessSync, constants, mkdirSync } from 'node:fs'
import { ContractError } from '../errors.ts'

/** Throws `report-unwritable` where no report could be written: before a run, so that none is lost. */
export function checkReportFolder(folder: string): void {
  writable(folder, () => accessSync(folder, constants.W_OK))
}

/** Does what writes into a folder, which is made where it is not there. Throws `report-unwritable`. */
export function writable(folder: string, work: () => void): void {
  try {
    mkdirSync(folder, { recursive: true })
    work()
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw new ContractError('report-unwritable', {
      what: codeOf(error),
      where: folder,
      next: 'give a folder that can be written with --report-dir',
    })
  }
}

/** The code of an error of the file system. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
}
