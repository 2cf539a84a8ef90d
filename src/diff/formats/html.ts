import { printLocation } from '../../document/location.ts'
import { markup, type Markup } from '../../report/formats/html/markup.ts'
import { printFrame } from '../../report/formats/html/print-frame.ts'
import type { Change } from '../change.ts'
import type { DiffReport } from '../diff-report.ts'
import { countsOf, groupChanges, othersOf, shownBy, versionOf, whyOf } from './words.ts'

const STYLE = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}
h2,h3{overflow-wrap:anywhere}code{overflow-wrap:anywhere}li{margin:.8rem 0}dl{display:grid;grid-template-columns:6rem 1fr;gap:.1rem .8rem;margin:.3rem 0}
dt{opacity:.75}dd{margin:0;overflow-wrap:anywhere}.level{font-weight:700}.breaking{color:light-dark(#a40000,#ff8a80)}.dangerous{color:light-dark(#7a5200,#ffd54f)}`

/** Prints one HTML page that loads nothing from the network. */
export function printDiffHtml(reports: readonly DiffReport[]): string {
  const titles = [...new Set(reports.map(({ head }) => head.title))].join(', ')
  const body = markup`<main>
<h1>Changes of ${titles}</h1>
${reports.map(printReport)}
</main>`
  return printFrame({ title: `Changes of ${titles}`, style: STYLE, body })
}

function printReport(report: DiffReport): Markup {
  const { base, head, because, changes } = report
  return markup`<section>
<h2>${base.name} → ${head.name}: ${report.verdict}</h2>
<p>${countsOf(report)}. ${versionOf(report)}.</p>
${because.map((sentence) => markup`<p class="level breaking">${sentence}</p>`)}
${groupChanges(changes).map(({ name, changes: own }) => markup`<h3>${name}</h3>\n<ul>\n${own.map(printChange)}</ul>`)}
</section>`
}

function printChange(change: Change): Markup {
  const { level, part, what, base, head, fix, rule, fingerprint, waived } = change
  const rows: readonly (readonly [string, string])[] = [
    ['base', base === undefined ? '' : printLocation(base)],
    ['head', head === undefined ? '' : printLocation(head)],
    ['operations', othersOf(change)],
    ['shown by', shownBy(change)],
    ['why', level === 'text' ? '' : whyOf(change)],
    ['instead', level === 'breaking' || level === 'dangerous' ? fix : ''],
    ['waived', waived === undefined ? '' : `${waived.reason} (${waived.owner}, until ${waived.expires})`],
    ['rule', `${rule} ${fingerprint}`],
  ]
  const list = rows.filter(([, text]) => text !== '').map(([name, text]) => markup`<dt>${name}</dt><dd>${text}</dd>`)
  return markup`<li><span class="level ${level}">${level}</span> ${part === '' ? '' : markup`<code>${part}</code> `}${what}<dl>${list}</dl></li>`
}
