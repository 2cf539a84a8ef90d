import type { Document } from '../document/document.ts'
import { printLocation } from '../document/location.ts'
import { isObject } from '../json.ts'
import type { Scenario } from '../operations/annotations.ts'
import type { Response } from '../operations/operation.ts'
import { markup, withCode, type Markup } from '../report/formats/html/markup.ts'
import { STATES } from '../report/states.ts'
import { clauseWords } from './clause-words.ts'
import type { ClauseProof } from './last-proof.ts'
import { SOURCES, statusClause, type ShownClause, type ShownOperation } from './page-data.ts'

/**
 * Prints an operation: a table of its statuses, and a collapsed section. The script of the page fills the section with
 * clauses.
 */
export function printOperation(shown: ShownOperation, index: number): Markup {
  const { operation, clauses } = shown
  const { id, method, path, summary, responses, deprecated, isWebhooks } = operation
  const heading =
    isWebhooks === true
      ? markup`Webhooks`
      : markup`<span class="method is-${method.toLowerCase()}">${method}</span> <code>${path}</code>`
  const inReference = markup` <a class="to-reference" href="#reference" data-operation="${id}">Show in the reference</a>`
  return markup`<section class="card operation-card" id="operation-${index}" aria-labelledby="operation-${index}-title">
<h3 id="operation-${index}-title">${heading}${deprecated ? markup` <span class="state is-blocked">deprecated</span>` : ''}</h3>
<p class="about">${summary === '' ? '' : `${summary} · `}<code>${id}</code>${isWebhooks === true ? '' : inReference}</p>
${operation.broken === undefined ? '' : markup`<p class="because">A reference of this operation has no target, so only its statuses are listed.</p>`}
${responses.length === 0 ? '' : printStatuses(shown)}
<details class="fold clauses" data-index="${index}"><summary>All <span class="found">${clauses.length.toLocaleString('en')} promises</span></summary></details>
</section>`
}

function printStatuses(shown: ShownOperation): Markup {
  const { operation } = shown
  return markup`<div class="scroll" role="region" aria-label="Statuses of ${operation.id}" tabindex="0"><table class="statuses">
<caption class="hidden">Statuses of ${operation.id}</caption>
<thead><tr><th scope="col">Status</th><th scope="col">Scenarios</th><th scope="col">Rules</th><th scope="col">Source</th><th scope="col">Last result</th></tr></thead>
<tbody>${operation.responses.map((response) => printStatus(shown, response))}</tbody>
</table></div>`
}

function printStatus(shown: ShownOperation, response: Response): Markup {
  const { operation, clauses } = shown
  const { status } = response
  const own = statusClause(shown, response.pointer)
  const description = operation.broken === undefined ? descriptionOf(operation.document, response) : ''
  const scenarios = operation.scenarios.filter((scenario) => scenario.status === status)
  const unreachable = operation.unreachableStatuses.get(status)
  const rules = clauses.filter(({ clause }) => clause.kind === 'invariant' && clause.status === status)
  return markup`<tr><th scope="row">${status} <span class="faint">${withCode(description)}</span></th>
<td data-heading="Scenarios">${
    scenarios.length > 0
      ? printScenarios(scenarios)
      : markup`<span class="faint">${unreachable === undefined ? 'none in the document' : `not on ${unreachable.on.join(' and ')}: ${unreachable.because}`}</span>`
  }</td>
<td data-heading="Rules">${rules.length === 0 ? markup`<span class="faint">none</span>` : markup`<ul class="small-list">${rules.map((rule) => printRule(rule, shown))}</ul>`}</td>
<td data-heading="Source">${own === undefined ? '' : printSource(own)}</td>
<td data-heading="Last result">${printProofs(own?.proofs ?? [])}</td></tr>`
}

/** The number of scenarios of a status that are visible without a click. */
const SHOWN = 5

function printScenarios(scenarios: readonly Scenario[]): Markup {
  const list = (some: readonly Scenario[]): Markup => markup`<ul class="small-list">${some.map(printScenario)}</ul>`
  if (scenarios.length <= SHOWN + 1) return list(scenarios)
  const others = scenarios.slice(SHOWN)
  return markup`${list(scenarios.slice(0, SHOWN))}<details class="more"><summary>${others.length} more</summary>${list(others)}</details>`
}

function printScenario({ id, given, as, send }: Scenario): Markup {
  const values = Object.entries(given?.with ?? {}).flatMap(([name, value]) =>
    typeof value === 'object' ? [] : `${name} ${String(value)}`,
  )
  const fields = isObject(send.body) ? Object.keys(send.body) : []
  const parts = [
    ...(given === undefined ? [] : [`${given.state}${values.length === 0 ? '' : ` with ${values.join(', ')}`}`]),
    ...(as.length === 1 && as[0] === 'partner' ? [] : [`as ${as.join(', ')}`]),
    ...(fields.length === 0 ? [] : [`sends ${fields.join(', ')}`]),
  ]
  return markup`<li><code>${id}</code>${parts.length === 0 ? '' : markup` <span class="faint">${parts.join('; ')}</span>`}</li>`
}

function printRule({ clause }: ShownClause, { operation }: ShownOperation): Markup {
  return markup`<li title="${printLocation(clause.definedAt)}">${clauseWords(clause, operation)} <span class="source is-${clause.source}">${SOURCES[clause.source]}</span></li>`
}

function printSource({ clause }: ShownClause): Markup {
  const because = clause.because === undefined ? '' : markup` <span class="faint">${withCode(clause.because)}</span>`
  return markup`<span class="source is-${clause.source}">${SOURCES[clause.source]}</span>${because}`
}

function printProofs(proofs: readonly ClauseProof[]): Markup {
  if (proofs.length === 0) return markup`<span class="faint">not tested yet</span>`
  return markup`<ul class="small-list">${proofs.map(({ target, state, date, because }) => {
    const { symbol, word } = STATES[state]
    const chip = markup`<span class="state is-${state}"><span aria-hidden="true">${symbol}</span> ${word}</span>`
    return markup`<li>${target} ${chip} <span class="faint">${date}${because === undefined ? '' : `: ${because}`}</span></li>`
  })}</ul>`
}

/** Returns the first sentence of a response's description, shortened to at most 160 characters. */
function descriptionOf(document: Document, { address }: Response): string {
  const { value } = document.resolve(address)
  const text = isObject(value) && typeof value['description'] === 'string' ? value['description'] : ''
  const [first = ''] = text.trim().split(/\n\s*\n|(?<=\.)\s/)
  return first.length > 160 ? `${first.slice(0, 159)}…` : first
}
