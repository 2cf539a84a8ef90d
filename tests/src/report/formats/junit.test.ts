import { describe, expect, test } from 'vitest'
import { formats } from '../../../../src/report/formats.ts'
import { blockedReport, errorReport, passedReport, failedReport, reportOf } from '../../../support/report-of.ts'
import { parseXml, type Element } from '../../../support/parse-xml.ts'
import type { Report } from '../../../../src/report/report.ts'

const options = { color: false, width: 80 }
const xmlOf = (report: Report): Element => parseXml(formats.junit(report, options))

describe('junit', () => {
  test('prints a failed report', async () => {
    await expect(formats.junit(failedReport(), options)).toMatchFileSnapshot(
      '../../../fixtures/report/junit/failed.xml',
    )
  })

  test('prints one suite per operation and target, and one testcase per case', () => {
    const suites = xmlOf(passedReport()).children
    expect(suites.map(({ attributes }) => attributes['name'])).toEqual([
      'lobbie mock updateAppointment',
      'lobbie sandbox updateAppointment',
      'aniva mock patchAppointment',
      'aniva sandbox patchAppointment',
    ])
    expect(suites.map(({ children }) => children.length)).toEqual([24, 24, 24, 24])
  })

  test('counts the testcases', () => {
    for (const report of [passedReport(), failedReport(), blockedReport(), errorReport()]) {
      const root = xmlOf(report)
      for (const element of [root, ...root.children]) {
        const cases = element.children.flatMap((child) => (child.name === 'testcase' ? [child] : child.children))
        const having = (name: string): string =>
          String(cases.filter(({ children }) => children.some((child) => child.name === name)).length)
        expect(element.attributes).toMatchObject({
          tests: String(cases.length),
          failures: having('failure'),
          errors: having('error'),
          skipped: having('skipped'),
        })
      }
    }
  })

  test('prints a failure with the rule as its type and the sentence of the finding as its message', () => {
    const failures = outcomes(xmlOf(failedReport()), 'failure')
    expect(failures).toHaveLength(3)
    const [{ attributes, text } = expect.fail()] = failures
    expect(attributes).toEqual({ type: 'response_schema_conformance', message: 'the body breaks its schema at /id' })
    for (const part of [
      'specs/lobbie/openapi.yaml:88:15',
      'expected     an integer',
      'received     <string 17> (value hidden: add --show-values to see it)',
      'replay  ',
    ]) {
      expect(text).toContain(part)
    }
  })

  test('prints a skipped testcase, with the reason, for clauses that no case exercised', () => {
    const clause = {
      pointer: '/webhooks/made',
      kind: 'webhook',
      state: 'not-run',
      because: 'the server sends it',
    } as const
    const report = passedReport()
    const [run = expect.fail()] = report.runs
    const [known = expect.fail()] = run.clauses
    const webhook = { ...known, ...clause, operation: '#/webhooks', by: [] }
    const suites = xmlOf({ ...report, runs: [{ ...run, clauses: [...run.clauses, webhook] }] }).children
    const [testcase = expect.fail()] = suites.at(-1)?.children ?? []
    expect(testcase.attributes['name']).toBe('not exercised: webhooks/made')
    expect(testcase.children.map(({ name, attributes }) => [name, attributes])).toEqual([
      ['skipped', { message: 'not run: the server sends it' }],
    ])
  })

  test('marks blocked, not-run and not-applicable cases as skipped, with the reason', () => {
    const reasons = new Set(outcomes(xmlOf(blockedReport()), 'skipped').map(({ attributes }) => attributes['message']))
    expect(reasons).toContain('blocked: CONTRACT_LOBBIE_CLIENT_SECRET is not set: set it, or run with --target mock')
    expect(outcomes(xmlOf(passedReport()), 'skipped')[0]?.attributes['message']).toMatch(
      /^not applicable: the mock keeps/,
    )
    const notRun = xmlOf(reportOf([{ state: 'not-run' }]))
    expect(outcomes(notRun, 'skipped')[0]?.attributes['message']).toBe('not run: the run ended before its turn')
  })

  test('prints a run that could not start as an error, even if the run has no case', () => {
    const [error] = outcomes(xmlOf(errorReport()), 'error')
    expect(error?.attributes['message']).toMatch(/^The mock did not start: port 4010 is taken/)
  })

  test('prints a failure for a failed run even if no case failed', () => {
    const strict = reportOf([{ verdict: 'failed', because: ['--strict: drift counts as a failure'] }])
    expect(outcomes(xmlOf(strict), 'failure')[0]?.attributes['message']).toBe('--strict: drift counts as a failure')
  })

  test('prints an inconclusive run as an error with the reason', () => {
    const errors = outcomes(xmlOf(blockedReport()), 'error')
    expect(errors.map(({ attributes }) => attributes)).toEqual([
      {
        type: 'inconclusive',
        message: 'CONTRACT_LOBBIE_CLIENT_SECRET is not set: set it, or run with --target mock',
      },
    ])
  })

  test('prints one failure for each finding, even if several cases show the finding or one case has several findings', () => {
    const [run = expect.fail()] = reportOf([{ findings: 5 }]).runs
    const [first = expect.fail()] = run.findings
    const findings = run.findings.map((finding) => ({ ...finding, case: first.case }))
    const cases = run.cases.map((each) => ({ ...each, verdict: 'failed' as const }))
    const root = xmlOf({ ...failedReport(), runs: [{ ...run, cases, findings }] })
    const errors = findings.filter(({ level }) => level === 'error')
    expect(outcomes(root, 'failure')).toHaveLength(errors.length)
    expect(outcomes(root, 'skipped').map(({ attributes }) => attributes['message'])).toContain(
      'failed for a cause that another case reports',
    )
  })

  test('prints a separate testcase for a finding without a case', () => {
    const report = reportOf([{ cases: 0, findings: 1 }])
    expect(outcomes(xmlOf(report), 'failure')).toHaveLength(1)
  })

  test('prints drift as output of its testcase, not as a failure', () => {
    const outputs = outcomes(xmlOf(failedReport()), 'system-out')
    expect(outputs).toHaveLength(1)
    expect(outputs[0]?.text).toContain('undocumented_field (drift')
  })

  test('prints drift as a failure with --strict', () => {
    const strict = parseXml(formats.junit(failedReport(), { ...options, strict: true }))
    expect(outcomes(strict, 'failure')).toHaveLength(4)
    expect(outcomes(strict, 'system-out')).toHaveLength(0)
  })

  test('escapes XML in texts of a report', () => {
    const hostile = `</testcase>]]><evil a="b" c='d'>&amp;\u0000\u001b[31m\ud800\ufffe\n\t`
    const [run = expect.fail()] = reportOf([{ cases: 1 }]).runs
    const cases = run.cases.map((each) => ({ ...each, title: hostile, because: hostile, verdict: 'blocked' as const }))
    const root = xmlOf({ ...failedReport(), runs: [{ ...run, cases }] })
    const [testcase] = root.children[0]?.children ?? []
    expect(testcase?.attributes['name']).toContain(
      `</testcase>]]><evil a="b" c='d'>&amp;\\u0000\\u001b[31m\\ud800\\ufffe\n\t`,
    )
    expect(testcase?.children.map(({ name }) => name)).toEqual(['skipped'])
  })

  test('contains no host name and no absolute path', () => {
    const text = formats.junit(failedReport(), options)
    expect(text).not.toContain('hostname')
    expect(text).not.toMatch(/file="\//)
    expect(text).not.toContain(process.cwd())
  })
})

function outcomes(root: Element, name: string): Element[] {
  return root.children
    .flatMap(({ children }) => children)
    .flatMap(({ children }) => children)
    .filter((child) => child.name === name)
}
