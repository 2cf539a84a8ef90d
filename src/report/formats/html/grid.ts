import { printLocation } from '../../../document/location.ts'
import type { TargetKind } from '../../../operations/annotations.ts'
import type { Cell, Report, RunReport } from '../../report.ts'
import { STATES } from '../../states.ts'
import { markup, type Markup } from './markup.ts'

const TARGETS: readonly (readonly [target: TargetKind, heading: string])[] = [
  ['mock', 'Mocked'],
  ['sandbox', 'Proved on sandbox'],
  ['live', 'Proved live'],
]

/** Every documented status of every operation: declared, mocked, proved on the sandbox, proved live, blocked. */
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
<thead><tr><th scope="col">Status</th><th scope="col">Declared</th>${TARGETS.map(([, heading]) => markup`<th scope="col">${heading}</th>`)}<th scope="col">Blocked</th></tr></thead>
${operations.map((operation) => printOperation(operation, runs))}
</table></div>`
}

function printOperation(operation: string, runs: readonly RunReport[]): Markup {
  const cells = runs.flatMap((run) => run.cells.filter((cell) => cell.operation === operation))
  const [first] = cells
  const statuses = [...new Set(cells.map(({ status }) => status))]
  return markup`<tbody>
<tr class="operation"><th colspan="6" scope="rowgroup"><span class="method">${first?.method ?? ''}</span> <code>${first?.path ?? ''}</code> <span class="faint">${operation}</span></th></tr>
${statuses.map((status) => printStatus(operation, status, runs))}
</tbody>`
}

function printStatus(operation: string, status: string, runs: readonly RunReport[]): Markup {
  const cellOn = (target: TargetKind): Cell | undefined =>
    runs
      .find((run) => run.target === target)
      ?.cells.find((cell) => cell.operation === operation && cell.status === status)
  const declared = runs
    .flatMap(({ clauses }) => clauses)
    .find(
      (clause) =>
        clause.kind === 'status' && clause.operation === operation && clause.pointer === `/responses/${status}`,
    )
  const blocked = TARGETS.filter(([target]) => cellOn(target)?.state === 'blocked').map(([target]) => {
    return markup`<span class="state is-blocked"><span aria-hidden="true">${STATES.blocked.symbol}</span> ${target}</span> <span class="faint">${cellOn(target)?.because ?? ''}</span>`
  })
  return markup`<tr><th scope="row">${status}</th><td data-heading="Declared">${declared === undefined ? markup`<span class="state is-passed">declared</span>` : markup`<code title="${printLocation(declared.definedAt)}">line ${declared.definedAt.line}</code>`}</td>${TARGETS.map(([target, heading]) => printCell(heading, cellOn(target)))}<td data-heading="Blocked">${blocked.length === 0 ? markup`<span class="faint">no</span>` : blocked}</td></tr>`
}

function printCell(heading: string, cell: Cell | undefined): Markup {
  if (cell === undefined) return markup`<td data-heading="${heading}"><span class="faint">not asked</span></td>`
  const { symbol, word } = STATES[cell.state]
  const state = markup`<span class="state is-${cell.state}"><span aria-hidden="true">${symbol}</span> ${word}</span>`
  if (cell.because === undefined || cell.state === 'blocked') return markup`<td data-heading="${heading}">${state}</td>`
  return markup`<td data-heading="${heading}">${state} <span class="faint">${cell.because}</span></td>`
}
