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

test('an entry is on disk before record returns, readable by the owner only, and git ignores it', () =>
  inFolder({}, async (folder) => {
    const file = join(folder, 'live', 'orders.journal.json')
    openJournal(file).record(ENTRY)
    expect(readJournal(file)).toEqual([ENTRY])
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(folder, 'live', '.gitignore'), 'utf8')).toBe('*\n')
  }))

test('the file is deleted with the last entry', () =>
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

test('ids beyond the range of a double keep every digit', () =>
  inFolder({}, async (folder) => {
    const file = join(folder, 'orders.journal.json')
    openJournal(file).record({ ...ENTRY, path: { id: 9007199254740993n } })
    expect(readJournal(file)[0]?.path).toEqual({ id: 9007199254740993n })
  }))

test('a folder that cannot be written is an error that says so', () =>
  inFolder({ live: 'a file, not a folder' }, async (folder) => {
    const journal = openJournal(join(folder, 'live', 'orders.journal.json'))
    expect(() => journal.record(ENTRY)).toThrow(/cannot be written, so nothing was changed/)
    expect(journal.entries).toEqual([])
  }))

test('a damaged journal is an error that says what to do', () =>
  inFolder({ 'orders.journal.json': '{"entries":[{' }, async (folder) => {
    expect(() => readJournal(join(folder, 'orders.journal.json'))).toThrow(/put them back by hand/)
  }))
