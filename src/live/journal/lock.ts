import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ContractError } from '../../errors.ts'
import { codeOf } from '../../exchanges/transport-failure.ts'
import { LIVE_FOLDER, makeLiveFolder } from './journal.ts'

/** The id of this process, and a function that says whether the process with a given id is running. */
export interface Processes {
  /** Id of this process. */
  readonly own: number
  isRunning(id: number): boolean
}

/** Returns the name of the lock file of an API. */
export function lockFile(api: string, folder: string = LIVE_FOLDER): string {
  return join(folder, `${api}.lock`)
}

/**
 * Takes the lock of an API, so that no second run uses the same fixtures at the same time. Returns a function that
 * releases the lock. Replaces the lock of a process that no longer runs. Throws `run-locked` if another run holds the
 * lock.
 */
export function takeLock(file: string, { own, isRunning }: Processes): () => void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      makeLiveFolder(dirname(file))
      const descriptor = openSync(file, 'wx', 0o600)
      writeSync(descriptor, String(own))
      closeSync(descriptor)
      return () => rmSync(file, { force: true })
    } catch (error) {
      const code = codeOf(error)
      if (code !== 'EEXIST') {
        throw new ContractError('journal-unwritable', { what: code, where: file, next: 'make the folder writable' })
      }
      const holder = Number(readHolder(file))
      if (attempt > 1 || isRunning(holder)) {
        throw new ContractError('run-locked', {
          what: `process ${holder} holds the lock`,
          where: file,
          next: "wait until the other run has ended; two runs at once would see each other's changes",
        })
      }
      rmSync(file, { force: true })
    }
  }
}

function readHolder(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
