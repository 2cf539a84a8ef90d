import { listStates, STATES } from '../../states.ts'
import type { Report } from '../../report.ts'
import { markup, type Markup } from './markup.ts'

/** The bar that searches and filters all lists at once, and where the lists go; the script fills them. */
export function printToolbar(report: Report): Markup {
  const apis = [...new Set(report.runs.map(({ api }) => api))]
  const targets = [...new Set(report.runs.map(({ target }) => target))]
  return markup`<form id="filters" class="toolbar" role="search" aria-label="Search and filter the lists">
<label class="grow"><span class="hidden">Search</span><input id="search" type="search" placeholder="Search operation, field, rule, case …" autocomplete="off" spellcheck="false"></label>
<label><span class="hidden">Api</span><select id="api"><option value="">All apis</option>${apis.map((api) => markup`<option>${api}</option>`)}</select></label>
<label><span class="hidden">Target</span><select id="target"><option value="">All targets</option>${targets.map((target) => markup`<option>${target}</option>`)}</select></label>
<button type="reset" class="quiet">Clear</button>
<p id="told" role="status"></p>
</form>`
}

/** The three lists: findings, clauses with what exercised them, cases. */
export function printLists(): Markup {
  const states = listStates().map((state) => markup`<option value="${state}">${STATES[state].word}</option>`)
  return markup`<section id="findings" aria-labelledby="findings-title">
<div class="bar-of-list"><h2 id="findings-title">Findings</h2>
<label>Level <select id="level"><option value="">all</option><option value="error">error</option><option value="assumption">assumption disproved</option><option value="drift">drift</option></select></label></div>
<div id="findings-list"></div>
</section>
<section id="clauses" aria-labelledby="clauses-title">
<div class="bar-of-list"><h2 id="clauses-title">Clauses</h2>
<label>State <select id="clause-state"><option value="">all</option>${states}</select></label></div>
<div id="clauses-list"></div>
</section>
<section id="cases" aria-labelledby="cases-title">
<div class="bar-of-list"><h2 id="cases-title">Cases</h2>
<label>State <select id="case-state"><option value="">all</option>${states}</select></label></div>
<div id="cases-list"></div>
</section>`
}
