import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openJournal, readJournal, type JournalEntry } from '../../../../src/live/journal/journal.ts'
import { inFolder } from '../../../support/in-folder.ts'

const ENTRY: JournalEntry = {
  fixture: 'routine',
  state: 'order',
  path: { id: 7 },
  values: { note: 'fragile' },
  kind: 'changed',
}

test('a journal entry is on disk when `record` returns, is readable by the owner only, and is ignored by git', () =>
  inFolder({}, async (folder) => {
    const file = join(folder, 'live', 'orders.journal.json')
    openJournal(file).record(ENTRY)
    expect(readJournal(file)).toEqual([ENTRY])
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(folder, 'live', '.gitignore'), 'utf8')).toBe('*\n')
  }))

test('the journal file is deleted when its last entry is removed', () =>
  inFolder({}, async (folder) => {
    const file = join(folder, 'orders.journal.json')
    const journal = openJournal(file)
    journal.record(ENTRY)
    journal.record({ ...ENTRY, fixture: 'chain' })
    journal.settle('routine')
    expect(readJournal(file).map(({ fixture }) => fixture)).toEqual(['chain'])
    journal.settle('chain')
    expect(existsSync(file)).toBe(false)
  }))

test('the journal keeps every digit of an id that a double cannot represent', () =>
  inFolder({}, async (folder) => {
    const file = join(folder, 'orders.journal.json')
    openJournal(file).record({ ...ENTRY, path: { id: 9007199254740993n } })
    expect(readJournal(file)[0]?.path).toEqual({ id: 9007199254740993n })
  }))

test('an entry that cannot be written throws an error, which says that nothing was changed', () =>
  inFolder({ live: 'a file, not a folder' }, async (folder) => {
    const journal = openJournal(join(folder, 'live', 'orders.journal.json'))
    expect(() => journal.record(ENTRY)).toThrow(/cannot be written, so nothing was changed/)
    expect(journal.entries).toEqual([])
  }))

test('reading a damaged journal throws an error that says what the user must do', () =>
  inFolder({ 'orders.journal.json': '{"entries":[{' }, async (folder) => {
    expect(() => readJournal(join(folder, 'orders.journal.json'))).toThrow(/restore them yourself/)
  }))
