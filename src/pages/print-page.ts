import type { Document } from '../document/document.ts'
import type { Operation } from '../operations/operation.ts'
import { embedJson, markup, trusted, withCode, type Markup } from '../report/formats/html/markup.ts'
import { printFrame } from '../report/formats/html/print-frame.ts'
import type { Report } from '../report/report.ts'
import { bundleDocument } from './bundle-document.ts'
import { lastProofs, runsOf } from './last-proof.ts'
import { makePagesData, showOperations } from './page-data.ts'
import { readPagesFiles } from './page-files.ts'
import { printOperation } from './print-operation.ts'
import { printTitle, printOverview } from './print-overview.ts'

/** The document, the reports and the scripts from which a page is made. */
export interface PageInput {
  readonly document: Document
  readonly operations: readonly Operation[]
  /** Reports of runs. Reports about other documents are ignored. */
  readonly reports: readonly Report[]
  /** The code of Redoc. */
  readonly redoc: string
}

/**
 * Prints the HTML page of an API: its clauses with sources and last results, its scenarios, and the reference by Redoc.
 * Redoc runs in an isolated frame.
 */
export function printPage({ document, operations, reports, redoc }: PageInput): string {
  const { style, script, referenceScript, referenceStyle } = readPagesFiles()
  const runs = runsOf(document, reports)
  const shown = showOperations(operations, lastProofs(runs))
  const body = markup`<a class="skip" href="#operations">Skip to the operations</a>
${printTitle(document, shown)}
<nav aria-label="Views" class="views"><a href="#promises" aria-current="page">Promises</a><a href="#reference">Reference</a></nav>
<main>
<div id="promises">
${printOverview(shown, runs)}
<section id="operations" aria-labelledby="operations-title">
<h2 id="operations-title">Operations</h2>
${printToolbar(shown.length)}
<noscript><p class="because">Scripts are off: the single promises and the reference are not shown here.</p></noscript>
${shown.map(printOperation)}
</section>
${printStates(operations)}
</div>
<div id="reference" hidden><div id="frame"></div></div>
</main>
<script type="application/json" id="data">${embedJson(makePagesData(shown))}</script>
<script type="application/json" id="document">${embedJson(bundleDocument(document))}</script>
<script type="text/plain" id="redoc">${trusted(redoc)}</script>
<script type="text/plain" id="reference-script">${trusted(referenceScript)}</script>
<script type="text/plain" id="reference-style">${trusted(referenceStyle)}</script>`
  return printFrame({
    title: `${document.title} ${document.version}`,
    style,
    scripts: [redoc, referenceScript, script],
    policy: {
      // Redoc adds styles while it runs. They cannot load anything from the network.
      'style-src': "'unsafe-inline'",
      'img-src': 'data:',
      'frame-src': 'blob:',
      // The search of Redoc runs in a worker with a `blob:` URL.
      'worker-src': 'blob:',
    },
    body,
  })
}

function printToolbar(operations: number): Markup {
  if (operations === 0) return markup`<p class="empty">The document has no operations.</p>`
  return markup`<form class="toolbar" id="filters" role="search" aria-label="Filter the promises">
<label class="grow"><span class="hidden">Search</span><input id="search" type="search" placeholder="Search operations and promises" autocomplete="off"></label>
<label><span class="hidden">Source</span><select id="source"><option value="">Any source</option></select></label>
<label><span class="hidden">Result</span><select id="proof"><option value="">Any result</option><option value="proved">passed</option><option value="failed">failed</option><option value="unproved">not tested yet</option></select></label>
<p id="found" role="status"></p>
</form>`
}

function printStates(operations: readonly Operation[]): Markup {
  const states = [...(operations[0]?.states.values() ?? [])]
  if (states.length === 0) return markup``
  return markup`<section id="states" aria-labelledby="states-title">
<h2 id="states-title">Provider states</h2>
<dl class="card rows">${states.map(({ name, description }) => markup`<div><dt><code>${name}</code></dt><dd>${withCode(description)}</dd></div>`)}</dl>
</section>`
}
