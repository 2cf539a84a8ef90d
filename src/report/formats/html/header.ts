import type { Report, RunReport } from '../../report.ts'
import { extentOf, listNewCauses } from '../../causes.ts'
import { gainedLine, mostGained } from '../../texts/most-gained.ts'
import { listStates, STATES, VERDICTS } from '../../states.ts'
import {
  acceptedSentences,
  coverageLine,
  coverageShare,
  requestsLine,
  runName,
  SHOWS_VALUES,
  summarize,
} from '../../texts/summarize.ts'
import {
  listNotCompiledIn,
  NOT_COMPILED,
  sentenceOf,
  howToValidate,
  type NotCompiledIn,
} from '../../texts/not-compiled.ts'
import { overridesOf } from '../../describe-document.ts'
import { exchangeLine } from '../../texts/headline.ts'
import { receivedOf } from '../../texts/advice.ts'
import { findingName } from './page-data.ts'
import { exitOf } from '../../exit-of.ts'
import { markup, type Markup } from './markup.ts'
import { clockName } from '../../texts/clock-name.ts'

/** The number of causes or reasons at the top of the page. Further ones would be visible only after scrolling. */
const WORST_SHOWN = 5

const HEADLINES = {
  passed: 'Passed',
  failed: 'Failed',
  blocked: 'Inconclusive',
  error: 'The run could not be carried out',
} as const

const PLAN_TEXTS = {
  lean: 'lean: the fewest cases that exercise each clause',
  deep: 'deep: also combinations of provider states, roles and values',
}

/** Prints the verdict, the worst findings, and data such as seed and duration. */
export function printHeader(report: Report, strict: boolean): Markup {
  const { tool, verdict, seed, now, startedAt, durationMs, shard, plan } = report
  const facts: (readonly [string, string])[] = [
    ['Exit code', String(exitOf(report, strict))],
    ['Started', startedAt],
    ['Took', `${(durationMs / 1000).toFixed(1)} s`],
    ['Seed', String(seed)],
    [clockName(report), now],
    ['Tool', `${tool.name} ${tool.version}`],
    ...(plan === undefined ? [] : [['Plan', PLAN_TEXTS[plan]] as const]),
    ...(shard === undefined ? [] : [['Shard', `${shard.index} of ${shard.of}`] as const]),
  ]
  const sentence = summarize(report)
  return markup`<header class="verdict is-${verdict}">
<div class="verdict-symbol" aria-hidden="true">${VERDICTS[verdict].symbol}</div>
<div class="verdict-text">
<h1>${HEADLINES[verdict]}</h1>
<p>${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.</p>
</div>
<button type="button" id="theme" class="quiet">Theme: auto</button>
${report.showsValues === true ? markup`<p class="because wide">${SHOWS_VALUES}</p>` : ''}
${printWorst(report)}
<dl class="facts">${facts.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
</header>`
}

function printWorst(report: Report): Markup {
  const worst = listNewCauses(report).slice(0, WORST_SHOWN)
  const gained = mostGained(report)
  const more = gained === undefined ? '' : markup`<p class="because wide">To check more: ${gainedLine(gained)}</p>`
  const because = report.runs.flatMap((run) => run.because.map((sentence) => ({ run, sentence }))).slice(0, WORST_SHOWN)
  if (worst.length === 0) {
    if (because.length === 0) return markup`${more}`
    return markup`<ul class="worst">${because.map(({ run, sentence }) => markup`<li><strong>${runName(run)}</strong>: ${sentence}</li>`)}</ul>${more}`
  }
  return markup`<ol class="worst">${worst.map((cause) => {
    const { run, finding } = cause.findings[0]
    const places = cause.findings.length === 1 && cause.operations.length === 1 ? runName(run) : extentOf(cause)
    return markup`<li><a href="#${findingName(report.runs.indexOf(run), finding)}">${finding.message}</a> <span class="faint">expected ${finding.expected}, received ${receivedOf(finding, run)}</span> <span class="request">${exchangeLine(finding)} · ${places}</span></li>`
  })}</ol>${more}`
}

/** Prints one box for each pair of API and target, with verdict, reasons, coverage and counts. */
export function printRuns(report: Report): Markup {
  return markup`<section id="runs" aria-labelledby="runs-title">
<h2 id="runs-title">Runs</h2>
<ul class="cards">${report.runs.map((run) => printRun(run, areReasonsInHeader(report)))}</ul>
${listNotCompiledIn(report).map(printNotCompiled)}
</section>`
}

function printNotCompiled({ file, places }: NotCompiledIn): Markup {
  return markup`<h3>${NOT_COMPILED}</h3>
<ul class="worst">${places.map((place) => markup`<li>${sentenceOf(place)}</li>`)}</ul>
<p class="faint"><code>${howToValidate(file)}</code> explains them.</p>`
}

/** True if the report has one run and the header already lists all its reasons. */
function areReasonsInHeader(report: Report): boolean {
  const [run, ...others] = report.runs
  const isInHeader = listNewCauses(report).length === 0 && (run?.because.length ?? 0) <= WORST_SHOWN
  return others.length === 0 && isInHeader
}

function printRun(run: RunReport, areReasonsShown: boolean): Markup {
  const { api, target, document, verdict, coverage, counts } = run
  const because = areReasonsShown ? [] : run.because
  const { symbol, word } = VERDICTS[verdict]
  const numbers = {
    passed: counts.passed,
    failed: counts.failed,
    known: counts.known ?? 0,
    disproved: counts.disproved ?? 0,
    blocked: counts.blocked,
    'not-run': counts.notRun,
    'not-applicable': counts.notApplicable,
  }
  const states = listStates().filter((state) => numbers[state] > 0)
  return markup`<li class="card is-${verdict}">
<h3>${api} <span class="on">on ${target}</span> <span class="state is-${verdict}"><span aria-hidden="true">${symbol}</span> ${word}</span></h3>
<p class="about">${document.title} ${document.version} · <code>${document.file}</code>${(document.overlays ?? []).map(({ file, sha256 }) => markup` with <code title="SHA-256 ${sha256}">${file}</code>`)} · <code>${run.baseUrl}</code></p>
${[...acceptedSentences(run), ...because, ...overridesOf(document)].map((sentence) => markup`<p class="because">${sentence}</p>`)}
${printBar(
  states.map((state) => [state, numbers[state]]),
  coverage.clauses,
)}
<p class="coverage"><strong>${coverageShare(coverage)} %</strong> <span class="faint">${coverageLine(run)}</span></p>
<ul class="counts">${states.map((state) => markup`<li class="is-${state}"><span aria-hidden="true">${STATES[state].symbol}</span> ${numbers[state]} ${STATES[state].word}</li>`)}</ul>
<p class="faint">${requestsLine(counts)}</p>
</li>`
}

function printBar(parts: readonly (readonly [string, number])[], total: number): Markup {
  let x = 0
  const pieces = parts.map(([state, count]) => {
    const width = total === 0 ? 0 : (count / total) * 1000
    const piece = markup`<rect class="is-${state}" x="${x.toFixed(1)}" y="0" width="${width.toFixed(1)}" height="10"/>`
    x += width
    return piece
  })
  return markup`<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">${pieces}</svg>`
}
