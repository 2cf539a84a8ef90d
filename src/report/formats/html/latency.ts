import type { CaseReport, Report, RunReport } from '../../report.ts'
import { runName } from '../../texts/summarize.ts'
import { markup, type Markup } from './markup.ts'

const SLOWEST = 5

/** Prints the response times of each run: the median, the 95th percentile, the maximum and the slowest cases. */
export function printLatency(report: Report): Markup {
  const timed = report.runs.map((run) => ({ run, cases: timedCases(run) })).filter(({ cases }) => cases.length > 0)
  const empty = markup`<p class="empty">There was no response to measure.</p>`
  return markup`<section id="latency" aria-labelledby="latency-title">
<h2 id="latency-title">Response times</h2>
${timed.length === 0 ? empty : markup`<ul class="cards">${timed.map(({ run, cases }) => printTimes(run, cases))}</ul>`}
</section>`
}

/** Returns the cases that got a response, the fastest first. */
function timedCases({ cases }: RunReport): CaseReport[] {
  return cases.filter(({ status }) => status !== null).toSorted((one, other) => one.ms - other.ms)
}

function printTimes(run: RunReport, cases: readonly CaseReport[]): Markup {
  const quantile = (share: number): number => cases[Math.ceil(cases.length * share) - 1]?.ms ?? 0
  const times: readonly (readonly [string, number])[] = [
    ['p50', quantile(0.5)],
    ['p95', quantile(0.95)],
    ['max', quantile(1)],
  ]
  const slowest = cases.slice(-SLOWEST).toReversed()
  return markup`<li class="card"><h3>${runName(run)}</h3>
<dl class="times">${times.map(([name, ms]) => markup`<div><dt>${name}</dt><dd>${ms} ms</dd></div>`)}</dl>
<ol class="slowest" aria-label="Slowest cases of ${runName(run)}">${slowest.map(({ ms, path }) => markup`<li><span class="number">${ms} ms</span> <code>${path}</code></li>`)}</ol></li>`
}
