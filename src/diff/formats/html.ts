import { printLocation } from '../../document/location.ts'
import { visible } from '../../report/visible.ts'
import type { Change } from '../change.ts'
import type { DiffReport } from '../diff-report.ts'
import { countsOf, groupChanges, othersOf, shownBy, versionOf, whyOf } from './words.ts'

const STYLE = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}
h2,h3{overflow-wrap:anywhere}code{overflow-wrap:anywhere}li{margin:.8rem 0}dl{display:grid;grid-template-columns:6rem 1fr;gap:.1rem .8rem;margin:.3rem 0}
dt{opacity:.75}dd{margin:0;overflow-wrap:anywhere}.level{font-weight:700}.breaking{color:light-dark(#a40000,#ff8a80)}.dangerous{color:light-dark(#7a5200,#ffd54f)}`

/** Prints one HTML page that loads nothing from the network. */
export function printDiffHtml(reports: readonly DiffReport[]): string {
  const titles = [...new Set(reports.map(({ head }) => head.title))].join(', ')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Changes of ${escape(titles)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Changes of ${escape(titles)}</h1>
${reports.map(printReport).join('\n')}
</main>
</body>
</html>
`
}

function printReport(report: DiffReport): string {
  const { base, head, because, changes } = report
  return `<section>
<h2>${escape(base.name)} → ${escape(head.name)}: ${report.verdict}</h2>
<p>${escape(countsOf(report))}. ${escape(versionOf(report))}.</p>
${because.map((sentence) => `<p class="level breaking">${escape(sentence)}</p>`).join('\n')}
${groupChanges(changes)
  .map(({ name, changes: own }) => `<h3>${escape(name)}</h3>\n<ul>\n${own.map(printChange).join('\n')}\n</ul>`)
  .join('\n')}
</section>`
}

function printChange(change: Change): string {
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
  const list = rows.filter(([, text]) => text !== '').map(([name, text]) => `<dt>${name}</dt><dd>${escape(text)}</dd>`)
  return `<li><span class="level ${level}">${level}</span> ${part === '' ? '' : `<code>${escape(part)}</code> `}${escape(what)}<dl>${list.join('')}</dl></li>`
}

function escape(text: string): string {
  return visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
