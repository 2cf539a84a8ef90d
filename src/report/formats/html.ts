import type { FormatOptions } from '../format.ts'
import type { Report } from '../report.ts'
import { VERDICTS } from '../states.ts'
import { printGrid } from './html/grid.ts'
import { printHeader, printRuns } from './html/header.ts'
import { printLatency } from './html/latency.ts'
import { printLists, printToolbar } from './html/lists.ts'
import { embedJson, markup, trusted } from './html/markup.ts'
import { makePageData } from './html/page-data.ts'
import { SCRIPT } from './html/script.ts'
import { sha256 } from './html/sha-256.ts'
import { STYLE } from './html/style.ts'

/**
 * One self-contained page: no network, no server, opens from an attachment. Its policy lets run only the script and
 * style of this very page, by their hashes. Verdict, runs, grid and latency stand in the HTML; the long lists are data
 * that the script shows a piece at a time, so that 10,000 cases open at once.
 */
export function printHtml(report: Report, options: FormatOptions): string {
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${sha256(SCRIPT)}'`,
    `style-src 'sha256-${sha256(STYLE)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
  const { symbol, word } = VERDICTS[report.verdict]
  const apis = [...new Set(report.runs.map(({ api }) => api))].join(', ')
  const data = makePageData(report, options.sources ?? new Map())
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
<style>${trusted(STYLE)}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
${printHeader(report, options.strict === true)}
<nav aria-label="Sections"><a href="#runs">Runs</a><a href="#grid">Grid</a><a href="#findings">Findings</a><a href="#clauses">Clauses</a><a href="#cases">Cases</a><a href="#latency">Latency</a></nav>
<main>
${printRuns(report)}
${printGrid(report)}
${printToolbar(report)}
<noscript><p class="because">Scripts are off: findings, clauses and cases are not shown here. The text and JSON reports of the same run have them.</p></noscript>
${printLists()}
${printLatency(report)}
</main>
<script type="application/json" id="data">${embedJson(data)}</script>
<script>${trusted(SCRIPT)}</script>
</body>
</html>
`
  return page.html
}
