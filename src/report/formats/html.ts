import type { FormatOptions } from './format.ts'
import type { Report } from '../report.ts'
import { VERDICTS } from '../states.ts'
import { printGrid } from './html/grid.ts'
import { printHeader, printRuns } from './html/header.ts'
import { printLatency } from './html/latency.ts'
import { printClausesAndCases, printFindingsSection, printToolbar } from './html/lists.ts'
import { embedJson, markup } from './html/markup.ts'
import { makePageData } from './html/page-data.ts'
import { readPageFiles } from './html/page-files.ts'
import { printFrame } from './html/print-frame.ts'
import { shareTexts } from './html/share-texts.ts'

/**
 * Prints the report as one HTML page that needs no network and no server. It also works as an e-mail attachment. Long
 * lists are embedded as JSON, and a script renders them step by step, so that a report of 10,000 cases opens fast.
 */
export function printHtml(report: Report, options: FormatOptions): string {
  const { style, script } = readPageFiles()
  const { symbol, word } = VERDICTS[report.verdict]
  const apis = [...new Set(report.runs.map(({ api }) => api))].join(', ')
  const { texts, data } = shareTexts(makePageData(report, options.sources ?? new Map()))
  const hasFindings = report.runs.some(({ findings }) => findings.length > 0)
  const isCompared = report.runs.some(({ baseline }) => baseline !== undefined)
  const overview = markup`${printRuns(report)}\n${printGrid(report)}`
  const body = markup`<a class="skip" href="#findings">Skip to the findings</a>
${printHeader(report, options.strict === true)}
<nav aria-label="Sections"><a href="#findings">Findings</a><a href="#runs">Runs</a><a href="#grid">Statuses</a><a href="#clauses">Clauses</a><a href="#cases">Cases</a><a href="#latency">Response times</a></nav>
<main>
${hasFindings ? '' : overview}
${printToolbar(report)}
<noscript><p class="because">Scripts are off: findings, clauses and cases are not shown here. The text and JSON reports of the same run have them.</p></noscript>
${printFindingsSection(hasFindings, isCompared)}
${hasFindings ? overview : ''}
${printClausesAndCases()}
${printLatency(report)}
</main>
<script type="application/json" id="texts">${embedJson(texts)}</script>
<script type="application/json" id="data">${embedJson(data)}</script>`
  return printFrame({
    title: `${symbol} ${word}: contract report of ${apis}`,
    style,
    scripts: [script],
    policy: { 'require-trusted-types-for': "'script'", 'trusted-types': "'none'" },
    head: markup`<meta name="robots" content="noindex">`,
    body,
  })
}
