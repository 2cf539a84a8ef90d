import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { TargetKind } from '../../../../src/operations/annotations.ts'
import { formats } from '../../../../src/report/formats.ts'
import { blockedReport, errorReport, passedReport, failedReport, reportOf } from '../../../support/report-of.ts'

const REPORTS = {
  passed: passedReport(),
  failed: failedReport(),
  blocked: blockedReport(),
  error: errorReport(),
  many: reportOf([{ api: 'lobbie', target: 'sandbox', cases: 600, findings: 500 }]),
}
const plain = { color: false, width: 100 }

describe('the format text', () => {
  for (const [name, report] of Object.entries(REPORTS)) {
    for (const width of [60, 200]) {
      test(`prints a ${name} report at ${width} columns`, async () => {
        const page = formats.text(report, { color: false, width })
        await expect(page).toMatchFileSnapshot(`../../../fixtures/report/text/${name}-${width}.txt`)
      })
    }
  }

  test('calls the time simulated unless every run used the real time of a live server', () => {
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

  test('the coloured page without its colour codes equals the plain page', () => {
    const coloured = formats.text(REPORTS.failed, { color: true, width: 100 })
    expect(coloured).toContain('\u001b[31m')
    expect(stripVTControlCharacters(coloured)).toBe(formats.text(REPORTS.failed, plain))
  })

  test('prints 20 of 500 findings and the command that prints all', () => {
    const page = formats.text(REPORTS.many, plain)
    expect(page).toContain('480 more findings are not shown. To search and filter all 500:')
    expect(page).toContain('contract-gate report reports/contract-report.json --format html')
    expect(page.match(/^ {3}replay/gm)).toHaveLength(20)
  })

  test('prints no absolute path of the local machine', () => {
    const page = formats.text(REPORTS.many, { ...plain, reportFile: '/home/jane/reports/shard.json' })
    expect(page).toContain('contract-gate report shard.json --format html')
    expect(page).not.toContain('jane')
  })

  test('prints exit code 1 and the reason if --strict is used and there is any finding', () => {
    const [run = expect.fail()] = reportOf([{ findings: 3 }]).runs
    const drift = run.findings.filter(({ level }) => level === 'drift')
    const report = { ...passedReport(), runs: [{ ...run, findings: drift, verdict: 'passed' as const }] }
    expect(formats.text(report, { ...plain, strict: true })).toContain(
      'exit 1: passed, but --strict fails on findings of every level',
    )
    expect(formats.text(report, plain)).toContain('exit 0: passed (')
  })

  test('prints as many findings as the option `findings` says', () => {
    const page = formats.text(REPORTS.many, { ...plain, findings: 500 })
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
    const numbered = formats.text(REPORTS.many, { ...plain, findings: 500 }).match(/^ {3}(error|assumption|drift)/gm)
    const order = ['   error', '   assumption', '   drift']
    expect(numbered?.map((line) => order.indexOf(line))).toEqual(
      numbered?.map((line) => order.indexOf(line)).toSorted((one, other) => one - other),
    )
  })
})
