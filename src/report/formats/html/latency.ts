import type { Report, RunReport } from '../../report.ts'
import { markup, type Markup } from './markup.ts'

/** How long the subject requests took, as a histogram that is a table. */
export function printLatency(report: Report): Markup {
  const timed = report.runs.filter(({ latency }) => latency.buckets.some(({ count }) => count > 0))
  const none = markup`<p class="empty">No request was answered, so there is nothing to measure.</p>`
  return markup`<section id="latency" aria-labelledby="latency-title">
<h2 id="latency-title">Latency</h2>
${timed.length === 0 ? none : markup`<ul class="cards">${timed.map(printHistogram)}</ul>`}
</section>`
}

function printHistogram({ api, target, latency }: RunReport): Markup {
  const last = latency.buckets.findLastIndex(({ count }) => count > 0)
  const buckets = latency.buckets.slice(0, last + 1)
  const most = Math.max(...buckets.map(({ count }) => count))
  const total = buckets.reduce((sum, { count }) => sum + count, 0)
  let seen = 0
  const middle = buckets.find(({ count }) => (seen += count) * 2 >= total)
  const rows = buckets.map(({ upTo, count }, index) => {
    const name = upTo === null ? `over ${buckets[index - 1]?.upTo ?? 0} ms` : `to ${upTo} ms`
    return markup`<tr><th scope="row">${name}</th><td class="wide"><svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="is-info" width="${Math.round((count / most) * 1000)}" height="10"/></svg></td><td class="number">${count}</td></tr>`
  })
  const half =
    middle?.upTo === null
      ? 'half of them take longer than the last bound'
      : `half of them take at most ${middle?.upTo ?? 0} ms`
  return markup`<li class="card"><h3>${api} <span class="on">on ${target}</span></h3>
<p class="faint">${total} requests; ${half}</p>
<table class="histogram"><caption class="hidden">Latency of ${api} on ${target}</caption><thead class="hidden"><tr><th scope="col">Milliseconds</th><th scope="col">Share</th><th scope="col">Requests</th></tr></thead><tbody>${rows}</tbody></table></li>`
}
