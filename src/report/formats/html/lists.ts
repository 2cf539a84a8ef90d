import { listStates, STATES } from '../../states.ts'
import type { Report } from '../../report.ts'
import { markup, type Markup } from './markup.ts'

/**
 * Prints the search field and the filters for all lists of the page. A filter with only one possible value is hidden.
 */
export function printToolbar(report: Report): Markup {
  const apis = [...new Set(report.runs.map(({ api }) => api))]
  const targets = [...new Set(report.runs.map(({ target }) => target))]
  const options = (values: readonly string[]): Markup[] => values.map((value) => markup`<option>${value}</option>`)
  return markup`<form id="filters" class="toolbar" role="search" aria-label="Search and filter the lists">
<label class="grow"><span class="hidden">Search</span><input id="search" type="search" placeholder="Search operation, field, rule, case …" autocomplete="off" spellcheck="false"></label>
<label${hiddenIf(apis.length < 2)}><span class="hidden">API</span><select id="api"><option value="">All APIs</option>${options(apis)}</select></label>
<label${hiddenIf(targets.length < 2)}><span class="hidden">Target</span><select id="target"><option value="">All targets</option>${options(targets)}</select></label>
<button type="reset" class="quiet">Clear</button>
<p id="found" role="status"></p>
</form>`
}

function hiddenIf(isHidden: boolean): Markup {
  return isHidden ? markup` hidden` : markup``
}

/** Prints an empty section. The script of the page fills this section with the findings. */
export function printFindingsSection(hasFindings: boolean, isCompared: boolean): Markup {
  return markup`<section id="findings" aria-labelledby="findings-title">
<div class="bar-of-list"><h2 id="findings-title">Findings</h2>
<label${hiddenIf(!hasFindings)}>Level <select id="level"><option value="">all</option><option value="error">failure</option><option value="warning">warning</option><option value="assumption">assumption disproved</option><option value="drift">undocumented</option></select></label>
<label${hiddenIf(!isCompared)}>Baseline <select id="baseline"><option value="">all</option><option value="new">new</option><option value="known">known</option><option value="fixed">fixed since</option></select></label></div>
<div id="findings-list"></div>
</section>`
}

/**
 * Prints two collapsed sections. The script of the page fills the first with the clauses and the second with the cases.
 */
export function printClausesAndCases(): Markup {
  return markup`${printFolded('clauses', 'clause-state', 'Clauses')}
${printFolded('cases', 'case-state', 'Cases')}`
}

function printFolded(id: string, filter: string, title: string): Markup {
  const states = listStates().map((state) => markup`<option value="${state}">${STATES[state].word}</option>`)
  return markup`<section id="${id}" aria-labelledby="${id}-title">
<details id="${id}-fold" class="fold"><summary><h2 id="${id}-title">${title}</h2></summary>
<div class="bar-of-list"><label>State <select id="${filter}"><option value="">all</option>${states}</select></label></div>
<div id="${id}-list"></div>
</details>
</section>`
}
