import type { Document } from '../document/document.ts'
import { markup, type Markup } from '../report/formats/html/markup.ts'
import { STATES } from '../report/states.ts'
import { dayOf, isResult, type DatedRun } from './last-proof.ts'
import { SOURCES, type ShownOperation } from './page-data.ts'

/** The meaning of each source of a clause. */
const MEANINGS = {
  seed: 'the page of this endpoint in the original specification',
  'vendor-docs': 'another page of the vendor',
  assumed: 'the author of this document; the vendor may disagree',
  open: 'the document promises nothing here',
  unstated: 'the document does not name a source',
} as const

/** Prints the title, and facts about the whole API. */
export function printTitle(document: Document, shown: readonly ShownOperation[]): Markup {
  const clauses = shown.flatMap((each) => each.clauses)
  const passed = clauses.filter(({ proofs }) => proofs.some(({ state }) => state === 'passed')).length
  const failed = clauses.filter(({ proofs }) => proofs.some(({ state }) => state === 'failed')).length
  const facts: (readonly [string, string])[] = [
    ['Document', document.file],
    ['OpenAPI', document.openapi],
    ...document.overlays.map(({ file }) => ['Overlay', file] as const),
    ['SHA-256', document.sha256.slice(0, 12)],
  ]
  return markup`<header class="verdict heading">
<div class="verdict-text">
<h1>${document.title} <span class="on">${document.version}</span></h1>
<p>${number(clauses.length)} promises of ${number(shown.length)} ${shown.length === 1 ? 'operation' : 'operations'}. ${sentence(passed, failed, clauses.length)}</p>
</div>
<button type="button" id="theme" class="quiet">Theme: auto</button>
<dl class="facts">${facts.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
</header>`
}

function sentence(passed: number, failed: number, all: number): string {
  if (passed === 0 && failed === 0) return 'No promise was tested yet.'
  const bad = failed === 0 ? '' : ` ${number(failed)} failed on a server.`
  return `${passed === all ? 'All' : number(passed)} passed in a run.${bad}`
}

/** Prints the number of clauses by source, and a card for each tested target. */
export function printOverview(shown: readonly ShownOperation[], runs: readonly DatedRun[]): Markup {
  return markup`<section id="sources" aria-labelledby="sources-title">
<h2 id="sources-title">Source</h2>
${printSources(shown)}
</section>
<section id="proofs" aria-labelledby="proofs-title">
<h2 id="proofs-title">Last results</h2>
${runs.length === 0 ? markup`<p class="empty">Not tested yet: no report of a run was given.</p>` : markup`<ul class="cards">${newest(runs).map(printRun)}</ul>`}
</section>`
}

function printSources(shown: readonly ShownOperation[]): Markup {
  const counts = new Map<string, number>()
  for (const { clause } of shown.flatMap(({ clauses }) => clauses))
    counts.set(clause.source, (counts.get(clause.source) ?? 0) + 1)
  if ([...counts.keys()].every((source) => source === 'unstated'))
    return markup`<p class="empty">The document does not name the source of its promises (annotation <code>x-source</code>).</p>`
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const sources = Object.keys(MEANINGS) as (keyof typeof MEANINGS)[]
  return markup`<ul class="sources">${sources
    .filter((source) => counts.has(source))
    .map((source) => {
      const count = counts.get(source) ?? 0
      return markup`<li><span class="source is-${source}">${SOURCES[source]}</span> <strong>${number(count)}</strong> <span class="faint">${MEANINGS[source]}</span>${bar(source, count, total)}</li>`
    })}</ul>`
}

function bar(name: string, count: number, total: number): Markup {
  return markup`<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="is-${name}" width="${((count / total) * 1000).toFixed(1)}" height="10"/></svg>`
}

/** Returns the last run on each target. The order is mock, sandbox, live. */
function newest(runs: readonly DatedRun[]): DatedRun[] {
  return (['mock', 'sandbox', 'live'] as const).flatMap((target) => {
    const own = runs.filter(({ run }) => run.target === target)
    return own.findLast(({ isCurrent }) => isCurrent) ?? own.at(-1) ?? []
  })
}

function printRun({ run, startedAt, isCurrent }: DatedRun): Markup {
  const passed = run.clauses.filter(({ state }) => state === 'passed').length
  const failed = run.clauses.filter(({ state }) => isResult(state)).length - passed
  const state = isCurrent ? (failed > 0 ? 'failed' : 'passed') : 'not-run'
  const old = markup`<p class="because">This run tested another text of the document (version ${run.document.version}), so its results do not apply to this page.</p>`
  return markup`<li class="card"><h3>${run.target} <span class="state is-${state}"><span aria-hidden="true">${STATES[state].symbol}</span> ${isCurrent ? STATES[state].word : 'outdated'}</span></h3>
<p><time datetime="${startedAt}">${dayOf(startedAt)}</time></p>
<p class="faint">${number(passed)} of ${number(run.clauses.length)} promises passed${failed > 0 ? `, ${number(failed)} failed` : ''}</p>${isCurrent ? '' : old}</li>`
}

const number = (value: number): string => value.toLocaleString('en')
