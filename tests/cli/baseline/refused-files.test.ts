import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openBaseline, type BaselineUse } from '../../../src/cli/baseline/use-baseline.ts'
import { DEFAULT_POLICY } from '../../../src/run/policy.ts'
import { inFolder } from '../../support/in-folder.ts'
import { testHost } from '../../support/test-host.ts'
import { baselineOf, entry } from './baseline-run.ts'

const USE = { isUpdate: false, strict: false, policyOf: () => DEFAULT_POLICY, isWhole: true }
const RUN = { api: 'library', target: 'live', document: 'Library' } as const
const RIGHT = baselineOf(entry())

/** Opens a baseline with this text, and returns the error message. Returns an empty text if opening succeeds. */
async function errorOf(text: string, use: Partial<BaselineUse> = {}): Promise<string> {
  return await inFolder({}, async () => {
    writeFileSync('baseline.yaml', text)
    try {
      openBaseline('baseline.yaml', [RUN], { ...USE, ...use }, testHost())
      return ''
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  })
}

test('a baseline whose entries are complete is accepted', async () => {
  expect(await errorOf(RIGHT)).toBe('')
})

test.each<[title: string, text: string, what: string, line: number | undefined]>([
  ['without a reason', baselineOf(entry({ reason: undefined })), '`reason` of an entry is missing', 7],
  ['with an empty reason', baselineOf(entry({ reason: '""' })), '`reason` of an entry is empty', 10],
  ['with a blank reason', baselineOf(entry({ reason: '" "' })), '`reason` of an entry is empty', 10],
  ['with a number as the reason', baselineOf(entry({ reason: '4' })), '`reason` of an entry is not a string', 10],
  ['without an owner', baselineOf(entry({ owner: undefined })), '`owner` of an entry is missing', 7],
  ['without a last day', baselineOf(entry({ expires: undefined })), '`expires` of an entry is missing', 7],
  [
    'with a last day that is not in the calendar',
    baselineOf(entry({ expires: '2026-02-30' })),
    '`expires` is not a date',
    14,
  ],
  [
    'that was last seen before it was first seen',
    baselineOf(entry({ 'last-seen': '2025-01-01' })),
    'is before `first-seen`',
    13,
  ],
  ['with an unknown key', baselineOf(entry({ resaon: 'x' })), 'unknown key `resaon`: did you mean `reason`?', 15],
  ['with an unknown rule', baselineOf(entry({ rule: 'invarian' })), 'no rule `invarian`: did you mean `invariant`?', 9],
  [
    'with the clause of another operation',
    baselineOf(entry({ operation: 'lend' })),
    'does not begin with the operation',
    8,
  ],
  ['that is listed twice', baselineOf(entry(), entry()), 'a duplicate of the one in line 7', 15],
  ['that is a text', baselineOf('      - countBooks\n'), 'an entry is not a map', 7],
])('a baseline entry %s is refused, and the error names its line', async (_title, text, what, line) => {
  const message = await errorOf(text)
  expect(message).toContain(`The baseline is invalid: `)
  expect(message).toContain(what)
  expect(message).toContain(`where  baseline.yaml:${line}\n`)
})

test.each([
  ['that is empty', '', 'the file is empty'],
  ['that contains only a comment', '# nothing\n', 'the file is empty'],
  ['that is not YAML', 'runs: [', 'baseline.yaml:1:'],
  ['that is a list', '- 1\n', 'the file is not a map'],
  ['that is a text', 'known failures\n', 'the file is not a map'],
  [
    'without a version',
    RIGHT.replace('schemaVersion: 1\n', ''),
    'the file has no schemaVersion, but this tool reads schemaVersion 1',
  ],
  [
    'of another version',
    RIGHT.replace('Version: 1', 'Version: 2'),
    'the file has schemaVersion 2, but this tool reads schemaVersion 1',
  ],
  ['with an unknown key', `${RIGHT}extra: 1\n`, 'unknown key `extra`'],
  ['whose `runs` is a map instead of a list', 'schemaVersion: 1\nruns: { a: 1 }\n', '`runs` is not a list'],
  ['with an unknown target', RIGHT.replace('target: live', 'target: prod'), 'must be mock, sandbox or live'],
  ['of another document', RIGHT.replace('document: Library', 'document: Archive'), 'are about the document `Archive`'],
  [
    'of another API',
    RIGHT.replace('api: library', 'api: archive'),
    'it is about archive on live, but this run checks library',
  ],
])('a baseline %s is refused', async (_title, text, what) => {
  const message = await errorOf(text)
  expect(message).toContain('The baseline is invalid: ')
  expect(message).toContain(what)
  expect(message).toContain('next   ')
})

test('a baseline with an unknown API is refused, but only if the caller gives the list of APIs', async () => {
  const two = `${RIGHT}  - api: librari\n    target: mock\n    document: Library\n    failures: []\n`
  expect(await errorOf(two, { apis: ['library'] })).toContain('there is no API `librari`: did you mean `library`?')
  expect(await errorOf(two)).toBe('')
})

test('a baseline may have entries of other targets and APIs, so that several commands can share one file', async () => {
  expect(await errorOf(RIGHT.replace('target: live', 'target: mock'))).toBe('')
  expect(await errorOf(RIGHT.replace('api: library', 'api: archive'), { apis: ['library', 'archive'] })).toBe('')
})

test('a missing baseline is refused, except with --baseline-update, which creates the file', async () => {
  await inFolder({}, async () => {
    expect(() => openBaseline('none.yaml', [RUN], USE, testHost())).toThrow(/the file does not exist/)
    expect(() => openBaseline('none.yaml', [RUN], { ...USE, isUpdate: true }, testHost())).not.toThrow()
  })
})
