import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { listClauses } from '../../../src/clauses/list-clauses.ts'
import type { Document } from '../../../src/document/document.ts'
import { documentFromText, readDocument } from '../../../src/document/read-document.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'
import { readRedoc } from '../../../src/pages/find-redoc.ts'
import { printPage } from '../../../src/pages/print-page.ts'
import { describeDocument } from '../../../src/report/describe-document.ts'
import type { Report } from '../../../src/report/report.ts'
import { HOSTILE } from '../../support/hostile-texts.ts'
import {
  axeScript,
  openBrowser,
  whyNoBrowser,
  type Browser,
  type Context,
  type Page,
} from '../../support/open-browser.ts'
import { ORDERS } from '../../support/orders-document.ts'
import { reportOf } from '../../support/report-of.ts'

const why = whyNoBrowser() ?? whyNoRedoc()
if (why !== undefined) process.stderr.write(`the pages of docs are not tested in Chromium: ${why}\n`)
const PHONE = { width: 390, height: 844 }
const WIDE = { width: 1400, height: 900 }

/** The rules of axe (an accessibility checker) that the HTML of Redoc violates: it skips levels of headings. */
const OF_REDOC = ['heading-order']

function whyNoRedoc(): string | undefined {
  try {
    readRedoc(process.cwd())
    return undefined
  } catch {
    return 'redoc is absent: npm install'
  }
}

const lobbie = readDocument('specs/lobbie/openapi.yaml', {
  overlays: ['specs/lobbie/scenarios.overlay.yaml'],
  allowsRefOutside: false,
  formats: 'assert',
})

/** Returns a report in which every clause of the document passed on the sandbox, except the first, which failed. */
function reportOn(document: Document): Report {
  const made = reportOf([{ target: 'sandbox' }])
  const [run] = made.runs
  const [shape] = run?.clauses ?? []
  if (run === undefined || shape === undefined) throw new Error('the report is empty')
  const clauses = listOperations(document)
    .flatMap(listClauses)
    .map(({ id }, index) => ({ ...shape, id, state: index === 0 ? ('failed' as const) : ('passed' as const) }))
  return {
    ...made,
    startedAt: '2026-01-05T09:00:00Z',
    runs: [{ ...run, document: describeDocument(document), clauses }],
  }
}

/** A document whose texts try to run scripts and to load images. */
const hostile = documentFromText(
  JSON.stringify({
    openapi: '3.1.0',
    info: {
      title: `Orders ${HOSTILE[0]}`,
      version: '1',
      description: `${HOSTILE.join('\n\n')}\n\n[run](javascript:window.pwned=1) ![](http://127.0.0.1:9/track.png) [site](https://example.com)`,
    },
    paths: {
      '/orders': {
        get: {
          operationId: `list${HOSTILE[2]}`,
          summary: HOSTILE.join(' '),
          responses: { '200': { description: HOSTILE.join(' ') } },
        },
      },
    },
  }),
)

describe.skipIf(why !== undefined)(
  `the page of an API in Chromium${why === undefined ? '' : ` (skipped: ${why})`}`,
  () => {
    let browser: Browser
    let folder: string
    const contexts: Context[] = []

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'contract-pages-'))
      browser = await openBrowser()
    })
    afterEach(async () => {
      for (const context of contexts.splice(0)) await context.close()
    })
    afterAll(async () => {
      await browser?.close()
      rmSync(folder, { recursive: true, force: true })
    })

    const open = async (
      document: Document,
      options: Parameters<Browser['newContext']>[0] & { readonly reports?: readonly Report[] } = {},
    ): Promise<{ page: Page; said: string[]; asked: string[] }> => {
      const { reports = [], ...rest } = options
      const file = join(folder, 'page.html')
      const operations = listOperations(document)
      writeFileSync(file, printPage({ document, operations, reports, redoc: readRedoc(process.cwd()) }))
      const context = await browser.newContext({ viewport: WIDE, ...rest })
      contexts.push(context)
      const page = await context.newPage()
      const [said, asked]: [string[], string[]] = [[], []]
      page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`))
      page.on('pageerror', (error) => said.push(`error: ${error.message}`))
      page.on('request', (request) => asked.push(request.url()))
      await page.goto(pathToFileURL(file).href)
      return { page, said, asked }
    }

    test('both views (promises and reference) open without a network request and without a console message', async () => {
      const { page, said, asked } = await open(lobbie)
      await page.click('a[data-operation]')
      const reference = await frameOf(page)
      expect(await reference.textContent('main')).toContain('Update appointment')
      expect(said).toEqual([])
      expect(asked.filter((url) => !/^(file|blob):/.test(url))).toEqual([])
    })

    test.each([
      ['light', WIDE],
      ['dark', PHONE],
    ] as const)(
      'axe finds no violation in the promises and in the reference with the %s theme',
      async (colorScheme, viewport) => {
        const { page } = await open(lobbie, { colorScheme, viewport, bypassCSP: true, reports: [reportOn(lobbie)] })
        await page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = true })`)
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(viewport.width)
        expect(await violations(page)).toEqual([])
        await page.click('nav a[href="#reference"]')
        expect((await violations(await frameOf(page))).filter((each) => !OF_REDOC.includes(each))).toEqual([])
      },
    )

    test('each promise shows its sentence, its source, and the target and day of its last result', async () => {
      const { page } = await open(lobbie, { reports: [reportOn(lobbie)] })
      expect(await page.textContent('#found')).toBe('121 of 121 promises in 1 of 1 operation')
      await page.fill('#search', 'format date-time')
      await expect.poll(() => page.textContent('#found')).toMatch(/^6 of 121/)
      const row = await page.textContent('.clauses tbody tr:nth-child(2)')
      expect(row).toContain('accepted if startTime has the format date-time')
      expect(row).toMatch(/assumed the page says ISO 8601.*sandbox ✓ passed 2026-01-05/)
      await page.fill('#search', '')
      await page.selectOption('#proof', 'failed')
      await expect.poll(() => page.textContent('#found')).toMatch(/^1 of 121/)
    })

    test('without a report every promise is shown as not tested yet', async () => {
      const { page } = await open(lobbie)
      expect(await page.textContent('header p')).toBe('121 promises of 1 operation. No promise was tested yet.')
      await page.selectOption('#proof', 'proved')
      expect(await page.textContent('#found')).toMatch(/^0 of 121/)
    })

    test('scripts, links and images in texts of a document do nothing in either view', async () => {
      const { page, asked } = await open(hostile)
      await page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = true })`)
      expect(await page.textContent('h1')).toContain('</script><script>window.pwned=1</script>')
      expect(await page.evaluate('typeof window.pwned')).toBe('undefined')
      await page.click('nav a[href="#reference"]')
      const reference = await frameOf(page)
      await reference.evaluate(
        `document.querySelectorAll('a').forEach((each) => { if (/^javascript/i.test(each.href)) each.click() })`,
      )
      expect(await reference.evaluate('typeof window.pwned')).toBe('undefined')
      expect(asked.filter((url) => !/^(file|blob):/.test(url))).toEqual([])
    })

    test('of a document with many operations, the reference shows the chosen operation only', async () => {
      const paths = Array.from(
        { length: 40 },
        (_, index) =>
          `  /things${index}: { get: { operationId: read${index}, responses: { '200': { description: ok } } } }`,
      )
      const large = documentFromText(
        `openapi: 3.1.0\ninfo: { title: Things, version: '1' }\npaths:\n${paths.join('\n')}\n`,
      )
      const { page, said } = await open(large)
      await page.click('a[data-operation=read7]')
      const reference = await frameOf(page)
      expect(
        await reference.evaluate(
          `[...document.querySelectorAll('[data-section-id*=operation]')].map((each) => each.dataset.sectionId)`,
        ),
      ).toContain('operation/read7')
      expect(await reference.textContent('main')).not.toContain('read8')
      expect(said).toEqual([])
    })

    test('the page of a document without annotations says that the document names no source', async () => {
      const { page } = await open(documentFromText(ORDERS.replace('x-source: seed', 'x-source: unstated')))
      expect(await page.textContent('#sources')).toContain('does not name the source of its promises')
    })
  },
)

/** Returns the iframe that shows the API reference, after Redoc has rendered the reference. */
async function frameOf(page: Page): Promise<Pick<Page, 'evaluate' | 'textContent'>> {
  await expect.poll(() => page.frames().length, { timeout: 20_000 }).toBe(2)
  const [, frame] = page.frames()
  if (frame === undefined) throw new Error('there is no frame')
  await expect
    .poll(() => frame.evaluate('document.documentElement.dataset.ready').catch(() => undefined), { timeout: 20_000 })
    .toBe('true')
  return frame
}

async function violations(page: Pick<Page, 'evaluate'>): Promise<string[]> {
  await page.evaluate(readFileSync(axeScript(), 'utf8'))
  return (await page.evaluate(
    `axe.run(document, { iframes: false, resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id }) => id))`,
  )) as string[]
}
