import { describe, expect, test } from 'vitest'
import { githubSummary } from '../../../src/report/github-summary.ts'
import { blockedReport, errorReport, passedReport, failedReport, reportOf } from '../../support/report-of.ts'

describe('githubSummary', () => {
  for (const [name, report] of Object.entries({
    passed: passedReport(),
    failed: failedReport(),
    blocked: blockedReport(),
    error: errorReport(),
  })) {
    test(`prints a ${name} report as Markdown`, async () => {
      await expect(githubSummary(report)).toMatchFileSnapshot(`../../fixtures/report/github-summary/${name}.md`)
    })
  }

  test('a lean plan is marked', () => {
    expect(githubSummary(passedReport())).not.toContain('lean plan')
    expect(githubSummary({ ...passedReport(), lean: true })).toContain('lean plan')
  })

  test('500 findings stay below the mebibyte that GitHub accepts, and the rest is counted', () => {
    const summary = githubSummary(reportOf([{ findings: 500, cases: 2000 }]))
    expect(summary.length).toBeLessThan(2 ** 20)
    expect(summary).toContain('450 more are in the HTML and JSON reports.')
  })

  test('hostile text is printed verbatim', () => {
    const hostile = '</details><script>|![x](http://evil)`**b**` @team\n# h'
    const [run = expect.fail()] = reportOf([{ findings: 1 }]).runs
    const findings = run.findings.map((finding) => ({
      ...finding,
      expected: hostile,
      message: hostile,
      replay: '```\n# h',
    }))
    const summary = githubSummary({ ...failedReport(), runs: [{ ...run, findings }] })
    expect(summary).not.toContain('<script>')
    expect(summary).not.toContain('](http')
    expect(summary).not.toContain('@team')
    expect(summary).toContain('````sh\n```\n# h\n')
  })
})
