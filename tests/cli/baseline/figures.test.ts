import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { formats } from '../../../src/report/formats.ts'
import { githubSummary } from '../../../src/report/github-summary.ts'
import { readReport } from '../../../src/report/schema/read-report.ts'
import type { Report, RunReport } from '../../../src/report/report.ts'
import { parseXml } from '../../support/parse-xml.ts'
import { baselineOf, entry, inWorkshop } from './baseline-run.ts'

const options = { color: false, width: 100 }
const BOOKS = 'countBooks/responses/200/content/application~1json/schema/required/count'
const AUTHORS = BOOKS.replace('countBooks', 'countAuthors')

// The baseline has two entries: a missing count of books, which still occurs, and a missing count of authors, which is
// fixed. `known` is the first run. The second run also finds a missing count of loans, which the baseline does not
// list.
let known: RunReport
let report: Report
let printed: string

beforeAll(async () => {
  await inWorkshop(async ({ gate, write }) => {
    write(baselineOf(entry(), entry({ operation: 'countAuthors', clause: AUTHORS })))
    known = (await gate({ '/books/count': {} })).run
    const ran = await gate({ '/books/count': {}, '/loans/count': {} }, '--format', 'sarif')
    report = ran.report
    printed = readFileSync('reports/contract-report.json', 'utf8')
  })
})

describe('with a baseline, a listed clause', () => {
  test('is never counted as passed, whether the clause fails or not', () => {
    const states = known.clauses.filter(({ id }) => id === BOOKS || id === AUTHORS).map(({ state }) => state)
    expect(states).toEqual(['known', 'known'])
    const passed = known.clauses.filter(({ state }) => state === 'passed').length
    expect(known.counts).toMatchObject({ passed, failed: 0, known: 2 })
    expect(known.cells.map(({ state }) => state)).toEqual(['known', 'known', 'passed'])
  })

  test('is part of the coverage, because it was exercised', () => {
    expect(known.coverage.exercised).toBe(known.counts.passed + 2)
  })

  test('is counted as known in text, HTML and the GitHub summary', () => {
    const { counts } = report.runs[0] as RunReport
    const text = formats.text(report, options)
    expect(text).toContain(`${counts.passed} passed, ${counts.failed} failed`)
    expect(text).toContain('2 known')
    expect(text).toContain('1 known failure\n')
    expect(formats.html(report, options)).toContain('2 known</li>')
    expect(githubSummary(report)).toMatch(/\| known \|\n.*\n.*\| 2 \|/)
  })
})

test('the JSON report with a baseline matches its schema, and marks causes that have only known failures', () => {
  expect(() => readReport(printed, 'contract-report.json')).not.toThrow()
  const { causes = [] } = JSON.parse(printed) as Report
  expect(causes.map(({ isKnown }) => isKnown)).toEqual([undefined, true])
})

test('JUnit has a skipped testcase for a known failure, and a failure for each new failure and each outdated entry of the baseline', () => {
  const cases = parseXml(formats.junit(report, options)).children.flatMap(({ children }) => children)
  const outcomes = cases.flatMap(({ attributes, children }) =>
    children.map((each) => `${attributes['classname']} ${each.name}: ${each.attributes['message']}`),
  )
  expect(outcomes).toContain(
    'library.live.countBooks skipped: known failure until 2026-06-30: waits for release 4 (Ada)',
  )
  expect(outcomes).toContain('library.live.get /loans/count failure: /count is missing')
  expect(outcomes).toContainEqual(expect.stringMatching(/^library\.live\.baseline failure: .* no longer fails: remove/))
  expect(outcomes.filter((each) => each.includes(' failure: '))).toHaveLength(2)
})

test('SARIF marks each result as new, unchanged or absent, and suppresses the known failure', () => {
  const log = JSON.parse(formats.sarif(report, options)) as {
    runs: { results: { baselineState: string; suppressions?: object[]; message: { text: string } }[] }[]
  }
  const results = log.runs[0]?.results ?? []
  expect(results.map(({ baselineState }) => baselineState)).toEqual(['new', 'unchanged', 'absent'])
  expect(results[1]?.suppressions).toEqual([
    { kind: 'external', status: 'accepted', justification: 'waits for release 4 (Ada, until 2026-06-30)' },
  ])
  expect(results[2]?.message.text).toBe(`${AUTHORS} no longer fails on live. It was a known failure since 2026-01-05.`)
})

test('GitHub gets annotations for a new failure and an outdated entry of the baseline, but not for a known failure', () => {
  const lines = formats.github(report, options).trimEnd().split('\n')
  expect(lines.map((line) => line.slice(0, line.indexOf(' ')))).toEqual(['::error', '::error', '::error'])
  expect(lines[0]).toContain('get /loans/count')
  expect(lines[1]).toContain('no longer fails')
  expect(lines[2]).toContain('1 failure, 1 entry of the baseline to change, 1 known failure')
})
