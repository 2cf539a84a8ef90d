import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { TargetKind } from '../../../../src/operations/annotations.ts'
import { formats } from '../../../../src/report/formats.ts'
import type { Report } from '../../../../src/report/report.ts'
import { blockedReport, errorReport, passedReport, failedReport, reportOf } from '../../../support/report-of.ts'

const REPORTS = {
  passed: passedReport(),
  failed: failedReport(),
  blocked: blockedReport(),
  error: errorReport(),
  many: reportOf([{ api: 'lobbie', target: 'sandbox', cases: 600, findings: 500 }]),
}

/** Returns the report with a different message for each finding, so that each finding has a separate cause. */
function apart(report: Report): Report {
  const of = (run: Report['runs'][number]) => ({
    ...run,
    findings: run.findings.map((finding, index) => ({ ...finding, message: `${finding.message}, number ${index}` })),
  })
  return { ...report, runs: report.runs.map(of) }
}

const plain = { color: false, width: 100 }

describe('the format text', () => {
  for (const [name, report] of Object.entries(REPORTS)) {
    for (const width of [60, 200]) {
      test(`prints the sample report "${name}" at ${width} columns`, async () => {
        const page = formats.text(report, { color: false, width })
        await expect(page).toMatchFileSnapshot(`../../../fixtures/report/text/${name}-${width}.txt`)
      })
    }
  }

  test('says that the time is simulated if at least one run did not use the real time of a live server', () => {
    const printed = (...targets: readonly TargetKind[]): string =>
      formats.text(reportOf(targets.map((target) => ({ api: 'lobbie', target }))), plain)
    expect(printed('live')).toContain('clock 2026-03-02T09:00:00Z')
    expect(printed('live', 'sandbox')).toContain('simulated time 2026-03-02T09:00:00Z')
  })

  test('wraps all lines except commands', () => {
    for (const report of Object.values(REPORTS)) {
      for (const width of [60, 200]) {
        const lines = formats.text(report, { color: false, width }).split('\n')
        const wide = lines.filter((line) => line.length > width && !/^ {2,3}(replay|curl|contract-gate)/.test(line))
        expect(wide).toEqual([])
      }
    }
  })

  test('prints no escape characters if colour is off', () => {
    expect(formats.text(REPORTS.failed, plain)).not.toContain('\u001b')
  })

  test('prints the same text with and without colours, except for the colour codes', () => {
    const coloured = formats.text(REPORTS.failed, { color: true, width: 100 })
    expect(coloured).toContain('\u001b[31m')
    expect(stripVTControlCharacters(coloured)).toBe(formats.text(REPORTS.failed, plain))
  })

  test('prints 20 of 500 causes and the command that prints all', () => {
    const page = formats.text(apart(REPORTS.many), plain)
    expect(page).toContain('480 more causes are not shown. To write an HTML page')
    expect(page).toContain('contract-gate report reports/contract-report.json --format html')
    expect(page.match(/^ {3}replay/gm)).toHaveLength(20)
  })

  test('prints the first finding of a cause in full, two more in one line each, and only the operations of the others', () => {
    const [run = expect.fail()] = REPORTS.many.runs
    const findings = run.findings.slice(0, 5).map((finding, index) => ({
      ...finding,
      operation: `operation${index}`,
      clauses: [],
      message: 'answers 500, which the document does not define',
      received: '200',
      level: 'error' as const,
      rule: 'status_code_conformance',
    }))
    const page = formats.text({ ...REPORTS.many, runs: [{ ...run, findings }] }, plain)
    expect(page).toContain('5 findings with 1 cause')
    expect(page).toContain('1. answers 500, which the document does not define (5 findings in 5 operations)')
    expect(page.match(/^ {3}replay/gm)).toHaveLength(1)
    expect(page).toMatch(/also {9}operation\d → 200, .*\n +operation\d → 200, .*\n +and in operation\d, operation\d$/m)
  })

  test('counts the operations by their worst status if there are more than 30, and lists them with `verbose`', () => {
    const [run = expect.fail()] = passedReport().runs
    const cells = Array.from({ length: 31 }, (_, index) => [
      { operation: `get${index}`, method: 'GET', path: `/${index}`, status: '200', state: 'passed' as const },
      {
        operation: `get${index}`,
        method: 'GET',
        path: `/${index}`,
        status: '404',
        state: index < 4 ? 'failed' : 'not-run',
      } as const,
    ]).flat()
    const report = { ...passedReport(), runs: [{ ...run, cells }] }
    expect(formats.text(report, plain)).toContain(
      '31 operations, each counted by its worst status: 4 failed, 27 passed;',
    )
    expect(formats.text(report, plain)).not.toContain('GET /17')
    expect(formats.text(report, { ...plain, verbose: true })).toContain('GET /17  get17')
  })

  test('names every operation that has a clause of a finding', () => {
    const [run = expect.fail()] = passedReport().runs
    const [finding = expect.fail()] = REPORTS.failed.runs.flatMap(({ findings }) => findings)
    const clauses = ['getPet', 'addPet'].map((operation) => ({
      ...(run.clauses[0] ?? expect.fail()),
      id: `${operation}/x`,
      operation,
    }))
    const one = { ...finding, operation: 'getPet', clauses: ['getPet/x', 'addPet/x'] }
    const page = formats.text({ ...passedReport(), runs: [{ ...run, clauses, findings: [one] }] }, plain)
    expect(page).toContain(`(1 finding in 2 operations)`)
    expect(page).toMatch(/also {9}and in addPet$/m)
  })

  test('lists the clauses that were not exercised if the option `verbose` is set', () => {
    expect(formats.text(REPORTS.blocked, plain)).not.toMatch(/^ {6}\S+\/type/m)
    expect(formats.text(REPORTS.blocked, { ...plain, verbose: true })).toMatch(/^ {6}\S+\/type/m)
  })

  test('prints no absolute path of the local machine', () => {
    const page = formats.text(apart(REPORTS.many), { ...plain, reportFile: '/home/jane/reports/shard.json' })
    expect(page).toContain('contract-gate report shard.json --format html')
    expect(page).not.toContain('jane')
  })

  test('with --strict, prints exit code 1 and the reason if the run passed but has a finding of any level', () => {
    const [run = expect.fail()] = reportOf([{ findings: 3 }]).runs
    const drift = run.findings.filter(({ level }) => level === 'drift')
    const report = { ...passedReport(), runs: [{ ...run, findings: drift, verdict: 'passed' as const }] }
    expect(formats.text(report, { ...plain, strict: true })).toContain(
      'exit 1: passed, but --strict fails on findings of every level',
    )
    expect(formats.text(report, plain)).toContain('exit 0: passed (')
  })

  test('prints at most as many causes as the option `causes` allows', () => {
    const page = formats.text(apart(REPORTS.many), { ...plain, causes: 500 })
    expect(page.match(/^ {3}replay/gm)).toHaveLength(500)
  })

  test('escapes control characters of a document', () => {
    const [run] = REPORTS.failed.runs
    const hostile = '\u001b[2J\u0007\u009b31m\u202egreen\r'
    const report = { ...REPORTS.failed, runs: [{ ...(run ?? expect.fail()), api: hostile, because: [hostile] }] }
    const page = formats.text(report, plain)
    expect(page.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u)
    expect(page).toContain('\\u001b[2J\\u0007\\u009b31m\\u202egreen\\u000d')
  })

  test('prints the worst finding first', () => {
    const numbered = formats
      .text(apart(REPORTS.many), { ...plain, causes: 500 })
      .match(/^ {3}(error|assumption|drift)/gm)
    const order = ['   error', '   assumption', '   drift']
    expect(numbered?.map((line) => order.indexOf(line))).toEqual(
      numbered?.map((line) => order.indexOf(line)).toSorted((one, other) => one - other),
    )
  })
})
