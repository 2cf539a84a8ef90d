// Prints how long it takes to make, open and filter the HTML report of 10,000 cases, and how large the report is. Needs
// dist, Chromium and a report: node proof/benchmarks/html-report.mjs [reports/contract-report.json]
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { formats } from '../../dist/src/report/formats.js'

const CASES = 10_000
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const report = JSON.parse(readFileSync(process.argv[2] ?? 'reports/contract-report.json', 'utf8'))
const [run] = report.runs
const cases = Array.from({ length: CASES }, (_, index) => {
  const like = run.cases[index % run.cases.length]
  return { ...like, path: `${like.path}/${index}` }
})
const many = { ...report, runs: [{ ...run, cases }] }

const print = (name, value) => console.log(`${name.padEnd(8)}${value}`)
const since = (start) => `${Math.round(performance.now() - start)} ms`

const start = performance.now()
const html = formats.html(many, { color: false, width: 100 })
print('make', since(start))
print('size', `${(Buffer.byteLength(html) / 1_000_000).toFixed(2)} MB`)

const executablePath = BROWSERS.find((file) => existsSync(file))
if (executablePath === undefined) {
  print('open', 'no Chromium here')
} else {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const file = join(folder, 'report.html')
    writeFileSync(file, html)
    const page = await browser.newPage()
    const opened = performance.now()
    await page.goto(pathToFileURL(file).href)
    await page.waitForSelector('#cases-list *')
    print('open', since(opened))
    const filtered = performance.now()
    await page.fill('#search', `/${CASES - 1}`)
    await page.getByText(new RegExp(`\\b1 of 10.?000 cases`)).waitFor()
    print('filter', since(filtered))
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
