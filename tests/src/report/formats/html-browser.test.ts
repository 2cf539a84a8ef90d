import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { applyBaseline } from '../../../../src/report/baseline/apply-baseline.ts'
import { formats } from '../../../../src/report/formats.ts'
import type { Report } from '../../../../src/report/report.ts'
import { HOSTILE, makeHostile } from '../../../support/hostile-texts.ts'
import {
  axeScript,
  openBrowser,
  whyNoBrowser,
  type Browser,
  type Context,
  type Page,
} from '../../../support/open-browser.ts'
import { blockedReport, errorReport, passedReport, failedReport, reportOf } from '../../../support/report-of.ts'

/**
 * Returns a failed report that was compared with a baseline. The baseline lists the first failure of the report and a
 * clause that passed.
 */
function comparedReport(): Report {
  const report = failedReport()
  const runs = report.runs.map((run, index) => {
    const [finding] = run.findings
    const passed = run.clauses.find(({ state }) => state === 'passed')
    if (index !== 1 || finding === undefined || passed === undefined) return run
    const dates = { firstSeen: '2026-01-05', lastSeen: '2026-01-05', expires: '2026-06-30' }
    const entry = { rule: finding.rule, reason: 'waits for release 4', owner: 'Ada', line: 7, ...dates }
    const failures = [
      ...finding.clauses.map((clause) => ({ ...entry, clause, operation: finding.operation })),
      { ...entry, clause: passed.id, operation: passed.operation },
    ]
    return applyBaseline(run, { file: 'baseline.yaml', failures, today: '2026-03-02' })
  })
  return { ...report, runs }
}

const why = whyNoBrowser()
if (why !== undefined) process.stderr.write(`html in Chromium is not tested: ${why}\n`)
const WIDE = { width: 1280, height: 900 }
const PHONE = { width: 390, height: 800 }

describe.skipIf(why !== undefined)(`html in Chromium${why === undefined ? '' : ` (skipped: ${why})`}`, () => {
  let browser: Browser
  let folder: string
  const contexts: Context[] = []

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'contract-report-'))
    browser = await openBrowser()
  })
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /**
   * Opens a report with a file URL, as a browser opens an e-mail attachment. Returns the page, its console messages and
   * its requests.
   */
  const open = async (
    report: Report,
    options: Parameters<Browser['newContext']>[0] & { readonly hash?: string } = {},
  ): Promise<{ page: Page; said: string[]; asked: string[]; context: Context }> => {
    const { hash = '', ...rest } = options
    const lines = Array.from(
      { length: 400 },
      (_, index) => `line ${index + 1}: ${HOSTILE[index % HOSTILE.length] ?? ''}`,
    )
    const sources = new Map([['specs/lobbie/openapi.yaml', lines.join('\n')]])
    const file = join(folder, 'contract-report.html')
    writeFileSync(file, formats.html(report, { color: false, width: 80, sources }))
    const context = await browser.newContext({ viewport: WIDE, ...rest })
    contexts.push(context)
    const page = await context.newPage()
    const [said, asked]: [string[], string[]] = [[], []]
    page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`))
    page.on('pageerror', (error) => said.push(`error: ${error.message}`))
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(pathToFileURL(file).href + hash)
    return { page, said, asked, context }
  }

  const reports: [string, Report][] = [
    ['passed', passedReport()],
    ['failed', failedReport()],
    ['blocked', blockedReport()],
    ['error', errorReport()],
    ['hostile', makeHostile(failedReport())],
  ]

  test.each(reports)('the sample report "%s" opens without any console message or request', async (_name, report) => {
    const { page, said, asked } = await open(report)
    expect(await page.textContent('#found')).toMatch(/ findings, .* clauses, .* cases$/)
    expect(said).toEqual([])
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([])
    expect(asked).toHaveLength(1)
  })

  const seen = reports.flatMap(([name, report]) => [
    [name, 'light', report] as const,
    ...(name === 'passed' || name === 'hostile' ? [] : [[name, 'dark', report] as const]),
  ])
  for (const [name, colorScheme, report] of seen) {
    test(`axe finds no accessibility violation in the sample report "${name}" with the ${colorScheme} theme`, async () => {
      const { page } = await open(report, { colorScheme, bypassCSP: true })
      // The themes differ only in colours, so only the contrast is checked again in the dark theme.
      expect(await violations(page, colorScheme === 'dark' ? ['color-contrast'] : undefined)).toEqual([])
    })
  }

  test('the findings can be filtered by their state in the baseline: new, known, or no longer failing', async () => {
    const { page, said } = await open(comparedReport())
    const shown = async (state: string): Promise<unknown> => {
      await page.selectOption('#baseline', state)
      return await page.evaluate(
        "[...document.querySelectorAll('#findings-list .finding')].map((each) => each.className)",
      )
    }
    expect(await shown('known')).toEqual(['finding is-known'])
    expect(await shown('fixed')).toEqual(['finding is-passed'])
    expect(await shown('new')).not.toContain('finding is-known')
    expect(await page.isVisible('#baseline')).toBe(true)
    expect(said).toEqual([])
  })

  test('a page without a baseline has no filter for the baseline', async () => {
    const { page } = await open(failedReport())
    expect(await page.isVisible('#baseline')).toBe(false)
  })

  test('axe finds no accessibility violation in a long list with opened details on a phone', async () => {
    const { page } = await open(reportOf([{ target: 'sandbox', cases: 600, findings: 60 }]), {
      viewport: PHONE,
      bypassCSP: true,
    })
    await page.evaluate(
      `document.querySelectorAll('details').forEach((each, at) => { if (at % 7 === 0) each.open = true })`,
    )
    await page.evaluate(`document.querySelector('#cases-fold').open = true`)
    await page.click('#cases-list > button')
    expect(await violations(page)).toEqual([])
  }, 60_000)

  test.each(reports)('the sample report "%s" is not wider than a phone', async (_name, report) => {
    const { page } = await open(report, { viewport: PHONE })
    await page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = true })`)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width)
  })

  test('search and filters narrow every list and show the counts', async () => {
    const { page } = await open(failedReport())
    expect(await page.textContent('#found')).toBe('4 of 4 findings, 148 of 148 clauses, 96 of 96 cases')
    await page.fill('#search', 'Negative-Value accountId/type')
    await found(page, /^1 of 4/)
    await page.selectOption('#api', 'aniva')
    expect(await page.textContent('#found')).toBe('0 of 4 findings, 0 of 148 clauses, 0 of 96 cases')
    expect(await page.textContent('#findings-list')).toBe('No findings match the filters.')
    await page.click('button[type=reset]')
    await found(page, /^4 of 4/)
    await page.selectOption('#level', 'drift')
    expect(await page.textContent('#findings-title')).toBe('Findings (1 of 4)')
    await page.selectOption('#clause-state', 'failed')
    expect(await page.textContent('#clauses-title')).toBe('Clauses (6 of 148)')
    await page.selectOption('#case-state', 'not-applicable')
    expect(await page.textContent('#cases-title')).toBe('Cases (6 of 96)')
  })

  test('every control can be reached with the keyboard', async () => {
    const { page } = await open(failedReport())
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.className')).toBe('skip')
    await page.keyboard.press('Enter')
    await page.keyboard.press('/')
    expect(await page.evaluate('document.activeElement.id')).toBe('search')
    await page.keyboard.type('shipments')
    await found(page, /^0 of 4/)
    await page.click('button[type=reset]')
    await found(page, /^4 of 4/)
    await page.evaluate(`document.querySelectorAll('.finding > summary')[1].focus()`)
    await page.keyboard.press('Enter')
    expect(await page.evaluate(`document.querySelectorAll('.finding')[1].open`)).toBe(true)
  })

  test('the copy buttons copy the replay and curl commands unchanged', async () => {
    const report = failedReport()
    const { page, context } = await open(report)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const printed = await page.evaluate(`document.querySelector('.finding[open] .command pre').textContent`)
    for (const [name, key] of [
      ['Replay', 'replay'],
      ['curl', 'curl'],
    ] as const) {
      await page.click(`.finding[open] button[aria-label="Copy ${name}"]`)
      await expect
        .poll(() => page.textContent(`.finding[open] button[aria-label="Copy ${name}"] + .copied`))
        .toBe('Copied')
      const copied = await page.evaluate('navigator.clipboard.readText()')
      expect(report.runs.flatMap(({ findings }) => findings.map((finding) => finding[key]))).toContain(copied)
    }
    expect(printed).toMatch(/^contract-gate replay /)
  })

  test('the URL of a finding opens the finding', async () => {
    const [finding = expect.fail()] = failedReport().runs[3]?.findings ?? []
    const { page } = await open(failedReport(), { hash: `#finding-3-${finding.fingerprint}` })
    expect(await page.evaluate(`document.querySelector('.finding[open]').id`)).toBe(`finding-3-${finding.fingerprint}`)
  })

  test('a finding far down a long list is opened by its URL and by the link at the top of the page', async () => {
    const report = reportOf([{ target: 'sandbox', findings: 300 }])
    const last = formats
      .json(report, { color: false, width: 80 })
      .match(/"fingerprint": "(\w+)"/g)
      ?.at(-1)
      ?.slice(16, -1)
    const { page } = await open(report, { hash: `#finding-0-${last ?? ''}` })
    const opened = (): Promise<unknown> => page.evaluate(`[...document.querySelectorAll('.finding[open]')].at(-1)?.id`)
    expect(await opened()).toBe(`finding-0-${last ?? ''}`)
    await page.fill('#search', 'no such finding')
    await found(page, /^0 of 300/)
    await page.click('.worst a')
    await found(page, /^300 of 300/)
    expect(await page.evaluate(`document.querySelector('.finding[open]').id`)).toBe(
      await page.evaluate(`document.querySelector('.worst a').hash.slice(1)`),
    )
  })

  test('the entry of a finding shows expected and received values, lines of the document, the request and the response', async () => {
    const finding = failedReport().runs[1]?.findings.find(({ definedAt }) => definedAt.line === 89)
    const { page } = await open(failedReport(), { hash: `#finding-1-${finding?.fingerprint ?? ''}` })
    const text = (await page.textContent('.finding[open] .body')) ?? ''
    for (const part of [
      'expected',
      'an integer',
      'received',
      '<string 17>',
      'specs/lobbie/openapi.yaml:89:15',
      '▶ 89',
      'PUT /partner/v2',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).toContain('{\n  "id": <integer>,\n  "accountId": <string 17>,\n  "status": "CONFIRMED"\n}')
  })

  test('scripts in texts of a report are shown and do not run', async () => {
    const { page, said } = await open(makeHostile(failedReport()))
    await page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = true })`)
    expect(await page.evaluate('typeof window.pwned')).toBe('undefined')
    expect(await page.evaluate(`document.querySelectorAll('img, iframe, script').length`)).toBe(3)
    expect(await page.textContent('#findings-list')).toContain('<img src=x onerror=window.pwned=1>')
    expect(said).toEqual([])
  })

  test('the page shows verdict, runs and statuses if JavaScript is off', async () => {
    const { page } = await open(failedReport(), { javaScriptEnabled: false })
    expect(await page.isVisible('h1')).toBe(true)
    expect(await page.isVisible('#grid table')).toBe(true)
    expect(await page.isVisible('noscript p')).toBe(true)
  })

  test('the page has the theme of the system, and a button changes the theme', async () => {
    const { page } = await open(passedReport(), { colorScheme: 'dark' })
    const background = (): Promise<unknown> => page.evaluate('getComputedStyle(document.body).backgroundColor')
    expect(await background()).toBe('rgb(14, 17, 22)')
    await page.click('#theme')
    expect(await background()).toBe('rgb(246, 247, 249)')
    await page.click('#theme')
    expect(await background()).toBe('rgb(14, 17, 22)')
  })

  test('a report of 10,000 cases opens and can be filtered', async () => {
    const report = reportOf([
      { api: 'lobbie', target: 'sandbox', cases: 5000, findings: 250 },
      { api: 'aniva', target: 'sandbox', cases: 5000, findings: 250 },
    ])
    const { page } = await open(report)
    await found(page, /^500 of 500 findings, 74 of 74 clauses, 10,000 of 10,000 cases$/)
    await page.fill('#search', 'null-499')
    await found(page, /, 22 of 10,000 cases$/)
  })
})

async function found(page: Page, what: RegExp): Promise<void> {
  await expect.poll(() => page.textContent('#found')).toMatch(what)
}

/** Returns the accessibility violations that axe finds. `rules` are the rules that axe checks; default: all. */
async function violations(page: Page, rules?: readonly string[]): Promise<unknown> {
  await page.evaluate(readFileSync(axeScript(), 'utf8'))
  // Without `resultTypes`, axe also describes every element that passes a rule.
  const options = { resultTypes: ['violations'], ...(rules === undefined ? {} : { runOnly: rules }) }
  return page.evaluate(
    `axe.run(${JSON.stringify(options)}).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 120)).join(' ')))`,
  )
}
