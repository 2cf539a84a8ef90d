import { createHash } from 'node:crypto'
import type { FormatOptions } from './format.ts'
import type { Report } from '../report.ts'
import { VERDICTS } from '../states.ts'
import { printGrid } from './html/grid.ts'
import { printHeader, printRuns } from './html/header.ts'
import { printLatency } from './html/latency.ts'
import { printClausesAndCases, printFindings, printToolbar } from './html/lists.ts'
import { embedJson, markup, trusted } from './html/markup.ts'
import { makePageData } from './html/page-data.ts'
import { readPageFiles } from './html/page-files.ts'

/**
 * Prints one HTML page that works as an e-mail attachment, because it needs no network and no server. Its
 * Content-Security-Policy allows only the page's own script and style, by hash. Verdict, runs, statuses and response
 * times are printed as HTML. The long lists are printed as data. The script makes HTML from them step by step, so that
 * a report of 10,000 cases opens fast.
 */
export function printHtml(report: Report, options: FormatOptions): string {
  const { style, script } = readPageFiles()
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${sha256(script)}'`,
    `style-src 'sha256-${sha256(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
  const { symbol, word } = VERDICTS[report.verdict]
  const apis = [...new Set(report.runs.map(({ api }) => api))].join(', ')
  const data = makePageData(report, options.sources ?? new Map())
  const hasFindings = report.runs.some(({ findings }) => findings.length > 0)
  const isCompared = report.runs.some(({ baseline }) => baseline !== undefined)
  const overview = markup`${printRuns(report)}\n${printGrid(report)}`
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${symbol} ${word}: contract report of ${apis}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
${printHeader(report, options.strict === true)}
<nav aria-label="Sections"><a href="#findings">Findings</a><a href="#runs">Runs</a><a href="#grid">Statuses</a><a href="#clauses">Clauses</a><a href="#cases">Cases</a><a href="#latency">Response times</a></nav>
<main>
${hasFindings ? '' : overview}
${printToolbar(report)}
<noscript><p class="because">Scripts are off: findings, clauses and cases are not shown here. The text and JSON reports of the same run have them.</p></noscript>
${printFindings(hasFindings, isCompared)}
${hasFindings ? overview : ''}
${printClausesAndCases()}
${printLatency(report)}
</main>
<script type="application/json" id="data">${embedJson(data)}</script>
<script>${trusted(script)}</script>
</body>
</html>
`
  return page.html
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
