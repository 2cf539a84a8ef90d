import { describe, expect, test } from 'vitest'
import { formats } from '../../../../src/report/formats.ts'
import { blockedReport, errorReport, greenReport, redReport, reportOf } from '../../../support/report-of.ts'
import { parseXml, type Element } from '../../../support/parse-xml.ts'
import type { Report } from '../../../../src/report/report.ts'

const options = { color: false, width: 80 }
const xmlOf = (report: Report): Element => parseXml(formats.junit(report, options))

describe('junit', () => {
  test('a red report is these bytes', async () => {
    await expect(formats.junit(redReport(), options)).toMatchFileSnapshot('../../../fixtures/report/junit/red.xml')
  })

  test('there is one suite per operation and target, and one testcase per case', () => {
    const suites = xmlOf(greenReport()).children
    expect(suites.map(({ attributes }) => attributes['name'])).toEqual([
      'lobbie mock updateAppointment',
      'lobbie sandbox updateAppointment',
      'aniva mock patchAppointment',
      'aniva sandbox patchAppointment',
    ])
    expect(suites.map(({ children }) => children.length)).toEqual([24, 24, 24, 24])
  })

  test('counts are those of the testcases', () => {
    for (const report of [greenReport(), redReport(), blockedReport(), errorReport()]) {
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

  test('a broken case fails with the text of its finding', () => {
    const failures = outcomes(xmlOf(redReport()), 'failure')
    expect(failures).toHaveLength(3)
    const [{ attributes, text } = expect.fail()] = failures
    expect(attributes['message']).toBe(
      'PUT /partner/v2/account/{accountId}/location/{locationId}/appointment/{appointmentId} → 200: the body breaks its schema at /id',
    )
    for (const part of [
      'specs/lobbie/openapi.yaml:88:15',
      'expected  an integer',
      'received  <string 17>',
      'replay  ',
    ]) {
      expect(text).toContain(part)
    }
  })

  test('blocked, not run and not applicable are skipped with the reason', () => {
    const reasons = new Set(outcomes(xmlOf(blockedReport()), 'skipped').map(({ attributes }) => attributes['message']))
    expect(reasons).toContain('blocked: CONTRACT_LOBBIE_CLIENT_SECRET is not set: set it, or run with --target mock')
    expect(outcomes(xmlOf(greenReport()), 'skipped')[0]?.attributes['message']).toMatch(
      /^not applicable: the mock keeps/,
    )
    const notRun = xmlOf(reportOf([{ state: 'not-run' }]))
    expect(outcomes(notRun, 'skipped')[0]?.attributes['message']).toBe('not run: the run ended before its turn')
  })

  test('a run that could not be carried out is an error, though it has no case', () => {
    const [error] = outcomes(xmlOf(errorReport()), 'error')
    expect(error?.attributes['message']).toMatch(/^The mock did not start: port 4010 is taken/)
  })

  test('a run that is red without a red case fails all the same', () => {
    const strict = reportOf([{ verdict: 'failed', because: ['--strict: drift counts as broken'] }])
    expect(outcomes(xmlOf(strict), 'failure')[0]?.attributes['message']).toBe('--strict: drift counts as broken')
  })

  test('a finding of no case gets a testcase of its own', () => {
    const report = reportOf([{ cases: 0, findings: 1 }])
    expect(outcomes(xmlOf(report), 'failure')).toHaveLength(1)
  })

  test('drift does not fail a case but is written beside it', () => {
    const outputs = outcomes(xmlOf(redReport()), 'system-out')
    expect(outputs).toHaveLength(1)
    expect(outputs[0]?.text).toContain('undocumented_field (drift')
  })

  test('under --strict drift fails its case', () => {
    const strict = parseXml(formats.junit(redReport(), { ...options, strict: true }))
    expect(outcomes(strict, 'failure')).toHaveLength(4)
    expect(outcomes(strict, 'system-out')).toHaveLength(0)
  })

  test('hostile text stays text', () => {
    const hostile = `</testcase>]]><evil a="b" c='d'>&amp;\u0000\u001b[31m\ud800\ufffe\n\t`
    const [run = expect.fail()] = reportOf([{ cases: 1 }]).runs
    const cases = run.cases.map((each) => ({ ...each, title: hostile, because: hostile, verdict: 'blocked' as const }))
    const root = xmlOf({ ...redReport(), runs: [{ ...run, cases }] })
    const [testcase] = root.children[0]?.children ?? []
    expect(testcase?.attributes['name']).toContain(
      `</testcase>]]><evil a="b" c='d'>&amp;\\u0000\\u001b[31m\\ud800\\ufffe\n\t`,
    )
    expect(testcase?.children.map(({ name }) => name)).toEqual(['skipped'])
  })

  test('neither host name nor absolute path stands in it', () => {
    const text = formats.junit(redReport(), options)
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
