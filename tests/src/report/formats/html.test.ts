import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { formats } from '../../../../src/report/formats.ts'
import type { Report } from '../../../../src/report/report.ts'
import { HOSTILE, makeHostile } from '../../../support/hostile-texts.ts'
import { blockedReport, errorReport, passedReport, failedReport, reportOf } from '../../../support/report-of.ts'

const pageOf = (report: Report, sources?: ReadonlyMap<string, string>): string =>
  formats.html(report, { color: false, width: 80, ...(sources === undefined ? {} : { sources }) })

const partOf = (page: string, start: string, end: string): string => {
  const from = page.indexOf(start) + start.length
  return page.slice(from, page.indexOf(end, from))
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

describe('the format html', () => {
  test('the same report gives the same page', () => {
    expect(pageOf(failedReport())).toBe(pageOf(failedReport()))
  })

  test('the Content-Security-Policy allows only the script and the style of the page', () => {
    const page = pageOf(failedReport())
    const policy = partOf(page, 'http-equiv="Content-Security-Policy" content="', '">')
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hashOf(partOf(page, '<script>', '</script>'))}`,
      `style-src ${hashOf(partOf(page, '<style>', '</style>'))}`,
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ])
  })

  test('the page says that the plan is lean if the run used --lean', () => {
    expect(pageOf(passedReport())).not.toContain('<dt>Plan<')
    expect(pageOf({ ...passedReport(), plan: 'lean' })).toContain(
      '<dt>Plan</dt><dd>lean: the fewest cases that exercise each clause</dd>',
    )
  })

  test('the page loads nothing: it has no link, source, import or URL of another host', () => {
    const page = pageOf(failedReport())
    expect(page).not.toMatch(/<(link|iframe|object|embed|base|img|video|audio)\b/)
    expect(page).not.toMatch(/\ssrc=|@import|url\(|srcset|<a href="(?!#)/)
  })

  test('no element has an inline handler or style', () => {
    for (const report of [failedReport(), makeHostile(failedReport())]) {
      const tags = pageOf(report).match(/<[a-z][^<>]*>/g) ?? []
      expect(tags.filter((tag) => /\s(on[a-z]+|style)\s*=/i.test(tag.replace(/"[^"]*"/g, '""')))).toEqual([])
    }
  })

  test('the page contains verdict, runs and statuses as HTML that needs no script', () => {
    const blocked = pageOf(blockedReport())
    expect(blocked).toContain('<h1>Inconclusive</h1>')
    expect(blocked).toContain('CONTRACT_LOBBIE_CLIENT_SECRET is not set')
    expect(pageOf(passedReport())).toContain('<h1>Passed</h1>')
    expect(pageOf(errorReport())).toContain('port 4010 is taken')
    expect(partOf(pageOf(failedReport()), '<section id="grid"', '</section>')).toContain('On sandbox')
  })

  test('markup in texts of a report adds no element to the page', () => {
    const elements = (page: string): string[] => page.match(/<\/?[a-z][a-z0-9]*/g) ?? []
    const friendly = pageOf(failedReport())
    const hostile = pageOf(makeHostile(failedReport()))
    expect(elements(hostile)).toEqual(elements(friendly))
    expect(partOf(hostile, 'id="texts">', '</script>')).not.toContain('<')
    expect(partOf(hostile, 'id="data">', '</script>')).not.toContain('<')
    expect(hostile.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028\u2029\u202e]/u)
  })

  test('markup in lines of a document adds no element to the page', () => {
    const sources = new Map([
      ['specs/lobbie/openapi.yaml', Array.from({ length: 300 }, () => HOSTILE.join(' ')).join('\n')],
    ])
    const page = pageOf(failedReport(), sources)
    expect(page.match(/<script/g)).toHaveLength(3)
    expect(partOf(page, 'id="texts">', '</script>')).not.toContain('<')
    expect(partOf(page, 'id="data">', '</script>')).not.toContain('<')
  })

  test('the page contains only those lines of a document that are near a finding', () => {
    const lines = Array.from({ length: 300 }, (_, index) => `line-${index + 1}-of-it`)
    const page = pageOf(reportOf([{ findings: 1 }]), new Map([['specs/lobbie/openapi.yaml', lines.join('\n')]]))
    expect(page).toContain('line-84-of-it')
    expect(page).toContain('line-92-of-it')
    expect(page).not.toContain('line-83-of-it')
    expect(page).not.toContain('line-93-of-it')
  })

  test('a page with 10,000 cases and 500 findings is smaller than 5 MB', () => {
    const page = pageOf(
      reportOf([
        { api: 'lobbie', target: 'sandbox', cases: 5000, findings: 250 },
        { api: 'aniva', target: 'sandbox', cases: 5000, findings: 250 },
      ]),
    )
    expect(Buffer.byteLength(page)).toBeLessThan(5_000_000)
  })

  test('a filter is hidden if it has only one option', () => {
    const one = pageOf(reportOf([{ api: 'lobbie', target: 'sandbox', findings: 0 }]))
    expect(one.match(/<label hidden>/g)).toHaveLength(4)
    const two = reportOf([
      { api: 'lobbie', target: 'sandbox', findings: 1 },
      { api: 'aniva', target: 'mock', findings: 0 },
    ])
    expect(pageOf(two).match(/<label hidden>Baseline/g)).toHaveLength(1)
    expect(pageOf(two).match(/<label hidden>/g)).toHaveLength(1)
  })

  test('if only one run is inconclusive, its reasons are shown once', () => {
    const report = blockedReport()
    const [run] = report.runs.filter(({ because }) => because.length > 0)
    if (run === undefined) throw new Error('the report has no inconclusive run')
    const because = ['the reason of the run']
    const count = (runs: Report['runs']): number =>
      pageOf({ ...report, runs }).split('the reason of the run').length - 1
    expect(count([{ ...run, because }])).toBe(1)
    expect(
      count([
        { ...run, because },
        { ...run, target: 'mock', because: [] },
      ]),
    ).toBe(2)
  })
})
