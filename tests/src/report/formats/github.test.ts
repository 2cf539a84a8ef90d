import { describe, expect, test } from 'vitest'
import { formats } from '../../../../src/report/formats.ts'
import { blockedReport, errorReport, passedReport, failedReport, reportOf } from '../../../support/report-of.ts'

const options = { color: false, width: 80 }
const linesOf = (report: Parameters<typeof formats.github>[0]): string[] =>
  formats.github(report, options).trimEnd().split('\n')

describe('the format github', () => {
  test('prints a failed report', async () => {
    await expect(formats.github(failedReport(), options)).toMatchFileSnapshot(
      '../../../fixtures/report/github/failed.txt',
    )
  })

  test('prints only lines that are workflow commands', () => {
    for (const report of [passedReport(), failedReport(), blockedReport(), errorReport()]) {
      for (const line of linesOf(report)) expect(line).toMatch(/^::(error|warning|notice) [^\n]+::/)
    }
  })

  test('prints errors, wrong assumptions and drift with different workflow commands', () => {
    const kinds = linesOf(reportOf([{ findings: 5 }])).map((line) => line.split(' ')[0])
    expect(kinds).toEqual(['::error', '::error', '::error', '::warning', '::notice', '::error'])
  })

  test('prints at most ten commands, and counts the causes that it leaves out', () => {
    const [run = expect.fail()] = reportOf([{ findings: 30 }]).runs
    const findings = run.findings.map((finding, index) => ({ ...finding, message: `${finding.message} ${index}` }))
    const because = ['one', 'two', 'three', 'four']
    const lines = linesOf({ ...failedReport(), runs: [{ ...run, findings, because }] })
    expect(lines).toHaveLength(10)
    expect(lines).toContain('::notice title=contract-gate::25 more causes are in the HTML and JSON reports')
  })

  test('prints a passed report as one notice', () => {
    expect(linesOf(passedReport())).toEqual([
      '::notice title=contract-gate%3A passed::all 140 checkable clauses passed: lobbie on mock, lobbie on sandbox, aniva on mock, aniva on sandbox; 8 more clauses cannot be checked on these targets',
    ])
  })

  test('escapes text of a document, which then cannot become a workflow command', () => {
    const hostile = '\r\n::set-env name=PATH::x\n::add-mask::a,b:c%0A'
    const [run = expect.fail()] = reportOf([{ findings: 1 }]).runs
    const findings = run.findings.map((finding) => ({
      ...finding,
      message: hostile,
      rule: hostile,
      definedAt: { ...finding.definedAt, file: hostile },
    }))
    const lines = linesOf({ ...failedReport(), runs: [{ ...run, findings, because: [hostile] }] })
    expect(lines).toHaveLength(3)
    for (const line of lines) expect(line).toMatch(/^::(error|notice) /)
    expect(lines[0]).toContain(
      'file=\\u000d%0A%3A%3Aset-env name=PATH%3A%3Ax%0A%3A%3Aadd-mask%3A%3Aa%2Cb%3Ac%250A,line=88',
    )
  })
})
