import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { ContractError } from '../../errors.ts'
import { codeOf } from '../../exchanges/transport-failure.ts'
import { isArray, isObject, parseJson, stringifyJson, type Json, type JsonObject } from '../../json.ts'

/** The old values of one fixture. */
export interface JournalEntry {
  readonly fixture: string
  readonly state: string
  readonly path: JsonObject
  /** Values of request fields before the run. */
  readonly values: JsonObject
  /** `changed`: to be put back. `sacrificed`: cannot be. `created`: to be removed. */
  readonly kind: 'changed' | 'sacrificed' | 'created'
}

/**
 * The old values of everything that a run may change, on disk before the change is sent. The only file of the gate that
 * holds values of a server.
 */
export interface Journal {
  readonly entries: readonly JournalEntry[]
  /** Writes an entry to disk before it returns. Throws `journal-unwritable`: then nothing may be sent. */
  record(entry: JournalEntry): void
  /** Forgets a fixture whose old values are back. The file is deleted with the last entry. */
  settle(fixture: string): void
}

/** Folder of the files of live runs, in the working directory; git ignores it. */
export const LIVE_FOLDER = '.contract-gate'

/** The journal file of an API. */
export function journalFile(api: string, folder: string = LIVE_FOLDER): string {
  return join(folder, `${api}.journal.json`)
}

/** Opens the journal of an API. The file is written with the first entry. */
export function openJournal(file: string): Journal {
  let entries: readonly JournalEntry[] = readJournal(file)
  const write = (next: readonly JournalEntry[]): void => {
    if (next.length === 0) rmSync(file, { force: true })
    else writeSafely(file, stringifyJson({ version: 1, entries: next as unknown as Json }, 2))
    entries = next
  }
  return {
    get entries() {
      return entries
    },
    record: (entry) => write([...entries.filter(({ fixture }) => fixture !== entry.fixture), entry]),
    settle: (fixture) => write(entries.filter((entry) => entry.fixture !== fixture)),
  }
}

/** The entries that an earlier run left; empty without a file. Throws `changes-left` if the file is damaged. */
export function readJournal(file: string): readonly JournalEntry[] {
  if (!existsSync(file)) return []
  const value = parseJson(readFileSync(file, 'utf8'))
  const entries = isObject(value) ? value['entries'] : undefined
  if (isArray(entries) && entries.every((entry) => isObject(entry) && typeof entry['fixture'] === 'string')) {
    return entries as unknown as JournalEntry[]
  }
  throw new ContractError('changes-left', {
    what: 'the journal is damaged',
    where: file,
    next: 'look at the fixtures at the vendor, put them back by hand, and delete the file',
  })
}

/** Creates the folder that git ignores. */
export function makeLiveFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const ignore = join(folder, '.gitignore')
  if (!existsSync(ignore)) writeFileSync(ignore, '*\n')
}

function discard(part: string): void {
  try {
    rmSync(part, { force: true })
  } catch {
    // The folder is no folder, so there is nothing to delete.
  }
}

/** A crash leaves the old file or the new one, never a part. */
function writeSafely(file: string, text: string): void {
  const part = `${file}.part`
  try {
    makeLiveFolder(dirname(file))
    const descriptor = openSync(part, 'w', 0o600)
    try {
      writeSync(descriptor, text)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    chmodSync(part, 0o600)
    renameSync(part, file)
  } catch (error) {
    discard(part)
    throw new ContractError('journal-unwritable', {
      what: codeOf(error),
      where: file,
      next: 'free space on the disk, and make the folder writable',
    })
  }
}
