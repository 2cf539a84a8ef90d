import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { formats } from '../../../../src/report/formats.ts'
import { blockedReport, errorReport, greenReport, redReport, reportOf } from '../../../support/report-of.ts'

const REPORTS = {
  green: greenReport(),
  red: redReport(),
  blocked: blockedReport(),
  error: errorReport(),
  many: reportOf([{ api: 'lobbie', target: 'sandbox', cases: 600, findings: 500 }]),
}
const plain = { color: false, width: 100 }

describe('text', () => {
  for (const [name, report] of Object.entries(REPORTS)) {
    for (const width of [60, 200]) {
      test(`a ${name} report at ${width} columns is one page`, async () => {
        const page = formats.text(report, { color: false, width })
        await expect(page).toMatchFileSnapshot(`../../../fixtures/report/text/${name}-${width}.txt`)
      })
    }
  }

  test('no line is wider than asked for but commands, which are never broken', () => {
    for (const report of Object.values(REPORTS)) {
      for (const width of [60, 200]) {
        const lines = formats.text(report, { color: false, width }).split('\n')
        const wide = lines.filter((line) => line.length > width && !/^ {2,3}(replay|curl|contract-gate)/.test(line))
        expect(wide).toEqual([])
      }
    }
  })

  test('without colour there is no escape character', () => {
    expect(formats.text(REPORTS.red, plain)).not.toContain('\u001b')
  })

  test('colour adds nothing but colour', () => {
    const coloured = formats.text(REPORTS.red, { color: true, width: 100 })
    expect(coloured).toContain('\u001b[31m')
    expect(stripVTControlCharacters(coloured)).toBe(formats.text(REPORTS.red, plain))
  })

  test('500 findings are cut, and the page says how to see all', () => {
    const page = formats.text(REPORTS.many, plain)
    expect(page).toContain('480 more findings are not shown here. All 500, to search and filter:')
    expect(page).toContain('contract-gate report reports/contract-report.json --format html')
    expect(page.match(/^ {3}replay/gm)).toHaveLength(20)
  })

  test('a folder of a machine is not named', () => {
    const page = formats.text(REPORTS.many, { ...plain, reportFile: '/home/somebody/reports/shard.json' })
    expect(page).toContain('contract-gate report shard.json --format html')
    expect(page).not.toContain('somebody')
  })

  test('under --strict a finding of any level is exit 1, and the page says why', () => {
    const [run = expect.fail()] = reportOf([{ findings: 3 }]).runs
    const drift = run.findings.filter(({ level }) => level === 'drift')
    const report = { ...greenReport(), runs: [{ ...run, findings: drift, verdict: 'passed' as const }] }
    expect(formats.text(report, { ...plain, strict: true })).toContain(
      'exit 1: holds, but findings of every level count',
    )
    expect(formats.text(report, plain)).toContain('exit 0: holds (')
  })

  test('a caller may ask for all findings', () => {
    const page = formats.text(REPORTS.many, { ...plain, findings: 500 })
    expect(page.match(/^ {3}replay/gm)).toHaveLength(500)
  })

  test('control characters of a document cannot steer the terminal', () => {
    const [run] = REPORTS.red.runs
    const hostile = '\u001b[2J\u0007\u009b31m\u202egreen\r'
    const report = { ...REPORTS.red, runs: [{ ...(run ?? expect.fail()), api: hostile, because: [hostile] }] }
    const page = formats.text(report, plain)
    expect(page.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u)
    expect(page).toContain('\\u001b[2J\\u0007\\u009b31m\\u202egreen\\u000d')
  })

  test('the worst finding comes first', () => {
    const numbered = formats.text(REPORTS.many, { ...plain, findings: 500 }).match(/^ {3}(error|assumption|drift)/gm)
    const order = ['   error', '   assumption', '   drift']
    expect(numbered?.map((line) => order.indexOf(line))).toEqual(
      numbered?.map((line) => order.indexOf(line)).toSorted((one, other) => one - other),
    )
  })
})
