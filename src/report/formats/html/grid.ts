import { printLocation } from '../../../document/location.ts'
import type { Cell, Report, RunReport } from '../../report.ts'
import { STATES } from '../../states.ts'
import { markup, type Markup } from './markup.ts'

/**
 * Prints a table of statuses for each target. It has one row per operation, and shows the state of each documented
 * status.
 */
export function printGrid(report: Report): Markup {
  const apis = [...new Set(report.runs.map(({ api }) => api))]
  return markup`<section id="grid" aria-labelledby="grid-title">
<h2 id="grid-title">Operations and their statuses</h2>
${apis.map((api) =>
  printApi(
    api,
    report.runs.filter((run) => run.api === api),
  ),
)}
</section>`
}

function printApi(api: string, runs: readonly RunReport[]): Markup {
  const operations = [...new Set(runs.flatMap(({ cells }) => cells.map(({ operation }) => operation)))]
  return markup`<div class="scroll" role="region" aria-label="Grid of ${api}" tabindex="0"><table class="grid">
<caption>${api}</caption>
<thead><tr><th scope="col">Status</th><th scope="col">Document</th>${runs.map(({ target }) => markup`<th scope="col">On ${target}</th>`)}</tr></thead>
${operations.map((operation) => printOperation(operation, runs))}
</table></div>`
}

function printOperation(operation: string, runs: readonly RunReport[]): Markup {
  const cells = runs.flatMap((run) => run.cells.filter((cell) => cell.operation === operation))
  const [first] = cells
  const statuses = [...new Set(cells.map(({ status }) => status))]
  return markup`<tbody>
<tr class="operation"><th colspan="${runs.length + 2}" scope="rowgroup"><span class="method">${first?.method ?? ''}</span> <code>${first?.path ?? ''}</code> <span class="faint">${operation}</span></th></tr>
${statuses.map((status) => printStatus(operation, status, runs))}
</tbody>`
}

function printStatus(operation: string, status: string, runs: readonly RunReport[]): Markup {
  const isOwn = (each: { readonly operation: string; readonly status: string }): boolean =>
    each.operation === operation && each.status === status
  const definedAt = runs
    .flatMap(({ clauses }) => clauses)
    .find((each) => each.operation === operation && each.pointer === `/responses/${status}`)?.definedAt
  const place =
    definedAt === undefined
      ? markup`<span class="faint">declared</span>`
      : markup`<code title="${printLocation(definedAt)}">line ${definedAt.line}</code>`
  return markup`<tr><th scope="row">${status}</th><td data-heading="Document">${place}</td>${runs.map(({ target, cells }) => printCell(`On ${target}`, cells.find(isOwn)))}</tr>`
}

function printCell(heading: string, cell: Cell | undefined): Markup {
  if (cell === undefined) return markup`<td data-heading="${heading}"><span class="faint">not called</span></td>`
  const { symbol, word } = STATES[cell.state]
  const state = markup`<span class="state is-${cell.state}"><span aria-hidden="true">${symbol}</span> ${word}</span>`
  const because = cell.because === undefined ? '' : markup` <span class="faint">${cell.because}</span>`
  return markup`<td data-heading="${heading}">${state}${because}</td>`
}
