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
    test(`prints the sample report "${name}" as Markdown`, async () => {
      await expect(githubSummary(report)).toMatchFileSnapshot(`../../fixtures/report/github-summary/${name}.md`)
    })
  }

  test('says that the plan is lean if the run used --lean', () => {
    expect(githubSummary(passedReport())).not.toContain('lean plan')
    expect(githubSummary({ ...passedReport(), plan: 'lean' })).toContain('lean plan')
  })

  test('keeps a summary of 500 findings below the GitHub limit of 1 MiB, and counts the findings that it leaves out', () => {
    const summary = githubSummary(reportOf([{ findings: 500, cases: 2000 }]))
    expect(summary.length).toBeLessThan(2 ** 20)
    expect(summary).toContain('450 more are in the HTML and JSON reports.')
  })

  test('escapes Markdown in texts of a report', () => {
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
