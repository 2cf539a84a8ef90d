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

/** An entry of the journal: the old values of one fixture. */
export interface JournalEntry {
  readonly fixture: string
  readonly state: string
  readonly path: JsonObject
  /** The values that the request fields had before the run. */
  readonly values: JsonObject
  /**
   * The remaining work of the gate. `changed`: restore the old values. `sacrificed`: nothing, because the old values
   * cannot be restored. `created`: remove the object.
   */
  readonly kind: 'changed' | 'sacrificed' | 'created'
}

/**
 * A file with the old values of everything that a run may change. Before the run sends a change, it writes the old
 * values to this file. No other file of the gate contains values of a server.
 */
export interface Journal {
  readonly entries: readonly JournalEntry[]
  /**
   * Checks that the journal can be written: creates an empty journal and deletes it. Throws `journal-unwritable` if
   * this fails, for example because the disk is full.
   */
  tryOut(): void
  /** Writes an entry to disk before it returns. If this throws `journal-unwritable`, the change must not be sent. */
  record(entry: JournalEntry): void
  /** Deletes the entry of a restored fixture. If this was the last entry, deletes the file. */
  settle(fixture: string): void
}

/** The folder for the files of live runs, in the working directory. Git ignores it. */
export const LIVE_FOLDER = '.contract-gate'

/** Returns the name of the journal file of an API. */
export function journalFile(api: string, folder: string = LIVE_FOLDER): string {
  return join(folder, `${api}.journal.json`)
}

const emptyJournal = stringifyJson({ version: 1, entries: [] }, 2)

/** Opens the journal of an API. The first entry creates the file. */
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
    tryOut: () => {
      if (entries.length > 0) return
      writeSafely(file, emptyJournal)
      write([])
    },
    record: (entry) => write([...entries.filter(({ fixture }) => fixture !== entry.fixture), entry]),
    settle: (fixture) => write(entries.filter((entry) => entry.fixture !== fixture)),
  }
}

/**
 * Returns the entries that an earlier run left. Returns an empty list if there is no file. Throws `changes-left` if the
 * file is damaged.
 */
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
    next: 'look at the fixtures at the vendor, restore them yourself, and delete the file',
  })
}

/** Creates the folder for live runs, with a `.gitignore`. */
export function makeLiveFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const ignore = join(folder, '.gitignore')
  if (!existsSync(ignore)) writeFileSync(ignore, '*\n')
}

function discard(part: string): void {
  try {
    rmSync(part, { force: true })
  } catch {
    // The folder does not exist, so there is nothing to delete.
  }
}

/** Writes a file so that a crash cannot leave it half written: the file has either its old or its new content. */
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
