import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../src/report/report.ts'
import { formats } from '../../src/report/formats.ts'
import { folderWith } from '../support/in-folder.ts'
import { blockedReport, passedReport, failedReport, reportOf } from '../support/report-of.ts'
import { runMain, type Ran } from '../support/run-main.ts'
import { splitReport } from '../support/split-report.ts'
import { testHost } from '../support/test-host.ts'

const json = (report: Report): string => formats.json(report, { color: false, width: 80 })
const whole = reportOf([{ cases: 20, findings: 3 }])
const [one, two, three] = splitReport(whole, 3).map(json)

/** A passed report with one drift finding. With `--strict`, this finding fails a run. */
function driftReport(): Report {
  const [passed, findings] = [passedReport(), failedReport().runs.flatMap((run) => run.findings)]
  const drift = findings.slice(0, 1).map((each) => ({ ...each, level: 'drift' as const }))
  return { ...passed, runs: passed.runs.map((run, index) => (index === 0 ? { ...run, findings: drift } : run)) }
}

let folder: ReturnType<typeof folderWith>
beforeAll(() => {
  folder = folderWith({
    'failed.json': json(failedReport()),
    'passed.json': json(passedReport()),
    'blocked.json': json(blockedReport()),
    'drift.json': json(driftReport()),
    'one.json': one ?? '',
    'two.json': two ?? '',
    'three.json': three ?? '',
    'seed.json': two?.replace('"seed": 7', '"seed": 8') ?? '',
    'cut.json': json(failedReport()).slice(0, 500),
    'empty.json': '',
    'next.json': json(failedReport()).replace('"schemaVersion": 2', '"schemaVersion": 3'),
    'other.json': '{"name":"no report"}',
    file: 'no folder',
  })
})
afterAll(() => folder.remove())

const at = (name: string): string => join(folder.path, name)
let runs = 0
const into = (): string => at(`reports-${++runs}`)

describe('the command report', () => {
  test.each([
    ['passed', 0],
    ['failed', 1],
    ['blocked', 2],
  ])('converts a report with the verdict %s to every format, and exits %i', async (name, code) => {
    const target = into()
    const all = ['text', 'json', 'junit', 'sarif', 'html', 'github'].flatMap((each) => ['--format', each])
    const ran = await runMain(['report', at(`${name}.json`), ...all, '--report-dir', target])
    expect(ran.code).toBe(code)
    const read = (file: string): string => readFileSync(join(target, file), 'utf8')
    expect(read('contract-report.json')).toBe(readFileSync(at(`${name}.json`), 'utf8'))
    expect(read('contract-report.html')).toContain('<!doctype html>')
    expect(read('junit.xml')).toContain('<testsuites')
    expect(JSON.parse(read('contract-report.sarif'))).toMatchObject({ version: '2.1.0' })
  })

  test('exits 1 with --strict for a passed report that has a finding of any level', async () => {
    const args = ['report', at('drift.json'), '--report-dir', into()]
    expect((await runMain(args)).code).toBe(0)
    expect((await runMain([...args, '--strict'])).code).toBe(1)
  })

  test.each([40, 80, 200])('prints a page that fits a terminal of %i columns', async (columns) => {
    const { out } = await runMain(['report', at('failed.json'), '--report-dir', into()], testHost({ columns }))
    const wide = out
      .split('\n')
      .filter((line) => line.length > columns && !/^ {2,3}(replay|curl|contract-gate|where)/.test(line))
    expect(wide).toEqual([])
  })

  test('prints colours with FORCE_COLOR, never with NO_COLOR', async () => {
    const page = async (env: Record<string, string>): Promise<string> =>
      (await runMain(['report', at('failed.json'), '--report-dir', into()], testHost({ env }))).out
    expect(await page({ FORCE_COLOR: '1' })).toContain('\u001b[')
    expect(await page({ FORCE_COLOR: '1', NO_COLOR: '1' })).not.toContain('\u001b[')
    expect(await page({})).not.toContain('\u001b[')
  })
})

describe('the command merge', () => {
  test('gives the report of an unsharded run, whatever the order of the shards', async () => {
    const target = into()
    const ran = await runMain(['merge', at('three.json'), at('one.json'), at('two.json'), '--report-dir', target])
    expect(ran.code).toBe(1)
    const joined = JSON.parse(readFileSync(join(target, 'contract-report.json'), 'utf8')) as Report
    expect(joined.runs[0]?.findings.map(({ id }) => id)).toEqual(
      (JSON.parse(json(whole)) as Report).runs[0]?.findings.map(({ id }) => id),
    )
  })
})

describe('a file that cannot be read, merged or written ends a command with exit code 2 and a reason', () => {
  const refused = (ran: Ran, sentence: string): void => {
    expect(ran.code).toBe(2)
    expect(ran.err.replaceAll(/\s+/g, ' ')).toContain(sentence)
    expect(ran.err).not.toMatch(/\n\s+at /)
    expect(ran.out).toBe('')
  }
  const unreadable: readonly [string, string, string][] = [
    ['a truncated report', 'cut.json', 'the file is not complete JSON; it may be cut off'],
    ['an empty file', 'empty.json', 'the file is empty'],
    ['a report of another version', 'next.json', 'the report has schemaVersion 3, but this tool reads 2'],
    ['JSON that is not a report', 'other.json', 'the file is JSON, but not a contract report'],
    ['a missing file', 'nowhere.json', 'the file does not exist'],
    ['a folder instead of a file', '.', 'EISDIR'],
  ]
  test.each(unreadable)('for the command report: %s', async (_name, file, sentence) => {
    refused(await runMain(['report', at(file), '--report-dir', into()]), `The report cannot be read: ${sentence}`)
  })
  test.each(unreadable)('for the command merge: %s', async (_name, file, sentence) => {
    refused(await runMain(['merge', at('one.json'), at(file), '--report-dir', into()]), sentence)
  })

  test.each<[string, string[], string]>([
    ['with one missing', ['one.json', 'two.json'], 'shard 3 of 3 is missing'],
    ['with one given twice', ['one.json', 'two.json', 'two.json', 'three.json'], 'are both shard 2 of 3'],
    ['with one of another seed', ['one.json', 'seed.json', 'three.json'], 'the seed is 7'],
    ['with an unsharded report among them', ['one.json', 'failed.json'], 'is not a shard of a run'],
  ])('for the command merge: shards %s', async (_name, files, sentence) => {
    refused(await runMain(['merge', ...files.map(at), '--report-dir', into()]), sentence)
  })

  test.each([
    ['is a file', 'file', 'EEXIST'],
    ['is inside a file', 'file/reports', 'ENOTDIR'],
  ])('a value of --report-dir that %s', async (_name, name, code) => {
    const sentence = `The report cannot be written: ${code}`
    refused(await runMain(['report', at('passed.json'), '--report-dir', at(name)]), sentence)
    refused(
      await runMain(['merge', ...['one', 'two', 'three'].map((each) => at(`${each}.json`)), '--report-dir', at(name)]),
      sentence,
    )
  })

  test('a report folder that is not writable, before any request is sent', async () => {
    const ran = await runMain(['gate', '--api', 'lobbie', '--target', 'sandbox', '--report-dir', at('file/reports')])
    refused(ran, 'The report cannot be written: ENOTDIR')
    expect(ran.err).not.toContain('cases')
  })

  test('a folder with the name of a report file', async () => {
    const target = into()
    mkdirSync(join(target, 'junit.xml'), { recursive: true })
    refused(
      await runMain(['report', at('passed.json'), '--report-dir', target]),
      'The report cannot be written: EISDIR',
    )
  })

  test('except a GitHub step summary that cannot be written: the exit code stays 0', async () => {
    const env = { NO_COLOR: '1', GITHUB_STEP_SUMMARY: at('file/summary.md') }
    const ran = await runMain(
      ['report', at('passed.json'), '--format', 'github', '--report-dir', into()],
      testHost({ env }),
    )
    expect(ran.code).toBe(0)
    expect(ran.err).toContain('The step summary could not be written: ENOTDIR')
    writeFileSync(at('summary.md'), '')
    const more = { NO_COLOR: '1', GITHUB_STEP_SUMMARY: at('summary.md') }
    await runMain(['report', at('passed.json'), '--format', 'github', '--report-dir', into()], testHost({ env: more }))
    expect(readFileSync(at('summary.md'), 'utf8')).toContain('passed')
  })
})
